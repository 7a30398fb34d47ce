using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedHub.Storage.Engines.Postgres.Migrations
{
    /// <summary>Publishers' icons for all nodes, and which requests of nodes have changed something. The model has none of it.</summary>
    [DbContext(typeof(PostgresDb))]
    [Migration("20261129203500_IconsAndMarks")]
    public partial class IconsAndMarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(NodeSchema.IconsAndMarks);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(NodeSchema.NoIconsAndMarks);
    }
}
