using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedHub.Storage.Engines.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class HealsByItself : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "HidesNews",
                table: "Sources",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "InFullAt",
                table: "Sources",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AlertReceivers",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    ToldUntil = table.Column<long>(type: "INTEGER", nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    NextTryAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AlertReceivers", x => x.Name);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AlertReceivers");

            migrationBuilder.DropColumn(
                name: "HidesNews",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "InFullAt",
                table: "Sources");
        }
    }
}
