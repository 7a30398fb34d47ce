using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedHub.Storage.Engines.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RememberedStories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "RememberedKeys",
                columns: table => new
                {
                    Hash = table.Column<long>(type: "INTEGER", nullable: false),
                    StoryId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RememberedKeys", x => new { x.Hash, x.StoryId });
                });

            migrationBuilder.CreateTable(
                name: "RememberedStories",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    HiddenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    HiddenReason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RememberedStories", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RememberedKeys_StoryId",
                table: "RememberedKeys",
                column: "StoryId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RememberedKeys");

            migrationBuilder.DropTable(
                name: "RememberedStories");
        }
    }
}
