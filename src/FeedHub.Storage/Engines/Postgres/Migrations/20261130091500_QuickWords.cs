using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedHub.Storage.Engines.Postgres.Migrations
{
    /// <summary>Words of the search index are compressed in the quicker of two ways. The model has none of it.</summary>
    [DbContext(typeof(PostgresDb))]
    [Migration("20261130091500_QuickWords")]
    public partial class QuickWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(PostgresSchema.Words);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(PostgresSchema.UsualWords);
    }
}
