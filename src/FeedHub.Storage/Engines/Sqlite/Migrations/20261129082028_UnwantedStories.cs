using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedHub.Storage.Engines.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class UnwantedStories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "HiddenAt",
                table: "Stories",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HiddenReason",
                table: "Stories",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsDropped",
                table: "Stories",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Dropped",
                table: "Items",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DeclaredParts",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    FileHash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeclaredParts", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "ErasedKeys",
                columns: table => new
                {
                    Hash = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ErasedKeys", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "ErasedStories",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ErasedStories", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_HiddenAt",
                table: "Stories",
                column: "HiddenAt",
                filter: "HiddenAt IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Stories_IsDropped",
                table: "Stories",
                column: "IsDropped",
                filter: "IsDropped");

            migrationBuilder.CreateIndex(
                name: "IX_Items_Dropped_SortAt",
                table: "Items",
                columns: new[] { "Dropped", "SortAt" },
                filter: "Dropped IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeclaredParts");

            migrationBuilder.DropTable(
                name: "ErasedKeys");

            migrationBuilder.DropTable(
                name: "ErasedStories");

            migrationBuilder.DropIndex(
                name: "IX_Stories_HiddenAt",
                table: "Stories");

            migrationBuilder.DropIndex(
                name: "IX_Stories_IsDropped",
                table: "Stories");

            migrationBuilder.DropIndex(
                name: "IX_Items_Dropped_SortAt",
                table: "Items");

            migrationBuilder.DropColumn(
                name: "HiddenAt",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "HiddenReason",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "IsDropped",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "Dropped",
                table: "Items");
        }
    }
}
