using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedHub.Storage.Engines.Postgres.Migrations
{
    /// <summary>Several processes on one database: their table, who stores, what they ask of that one. The model has none of it.</summary>
    [DbContext(typeof(PostgresDb))]
    [Migration("20261129172000_Nodes")]
    public partial class Nodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(NodeSchema.Tables);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(NodeSchema.NoTables);
    }
}
