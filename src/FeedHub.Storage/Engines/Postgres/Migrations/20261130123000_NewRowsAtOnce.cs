using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedHub.Storage.Engines.Postgres.Migrations
{
    /// <summary>What is new is noted for searches and events once a statement. The model has none of it.</summary>
    [DbContext(typeof(PostgresDb))]
    [Migration("20261130123000_NewRowsAtOnce")]
    public partial class NewRowsAtOnce : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(PostgresNewRows.AtOnce);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(PostgresNewRows.OneByOne);
    }
}
