using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedHub.Storage.Engines.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ArrivalOfSource : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_StorySources_StoryId",
                table: "StorySources");

            migrationBuilder.AddColumn<long>(
                name: "ArrivedAt",
                table: "Items",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_StorySources_StoryId_SourceId",
                table: "StorySources",
                columns: new[] { "StoryId", "SourceId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_StorySources_StoryId_SourceId",
                table: "StorySources");

            migrationBuilder.DropColumn(
                name: "ArrivedAt",
                table: "Items");

            migrationBuilder.CreateIndex(
                name: "IX_StorySources_StoryId",
                table: "StorySources",
                column: "StoryId");
        }
    }
}
