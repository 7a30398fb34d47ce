using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedHub.Storage.Engines.Postgres.Migrations
{
    /// <summary>Polls by nodes that do not store: leases of hosts, what is on its way to the owner, and its answers. The model has none of
    /// it.</summary>
    [DbContext(typeof(PostgresDb))]
    [Migration("20261129204000_SentPolls")]
    public partial class SentPolls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SentPollSchema.Tables);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SentPollSchema.NoTables);
    }
}
