using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedHub.Storage.Migrations
{
    /// <inheritdoc />
    public partial class RepeatedSentences : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "Furniture",
                table: "Sources",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SourceSentences",
                columns: table => new
                {
                    SourceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SourceSentences", x => x.SourceId);
                    table.ForeignKey(
                        name: "FK_SourceSentences_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SourceSentences");

            migrationBuilder.DropColumn(
                name: "Furniture",
                table: "Sources");
        }
    }
}
