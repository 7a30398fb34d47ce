using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedHub.Storage.Engines.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class LeftEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "leftentries",
                columns: table => new
                {
                    hash = table.Column<long>(type: "bigint", nullable: false),
                    entryid = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sortat = table.Column<long>(type: "bigint", nullable: false),
                    leftat = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leftentries", x => x.hash);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "leftentries");
        }
    }
}
