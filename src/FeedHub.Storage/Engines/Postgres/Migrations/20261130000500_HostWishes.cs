using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedHub.Storage.Engines.Postgres.Migrations
{
    /// <summary>Which node waits for a host where another polls. The model has none of it.</summary>
    [DbContext(typeof(PostgresDb))]
    [Migration("20261130000500_HostWishes")]
    public partial class HostWishes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SentPollSchema.Wishes);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SentPollSchema.NoWishes);
    }
}
