using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedHub.Storage.Engines.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Arrival : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "PublishedAt",
                table: "Stories",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            // Stories that are there arrived where they stand: no feed jumps.
            migrationBuilder.Sql("UPDATE Stories SET PublishedAt = SortAt");

            migrationBuilder.CreateIndex(
                name: "IX_Stories_PublishedAt_Id",
                table: "Stories",
                columns: new[] { "PublishedAt", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Stories_PublishedAt_Id",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "PublishedAt",
                table: "Stories");
        }
    }
}
