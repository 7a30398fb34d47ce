using FeedHub.Storage.Statements.Coverage;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedHub.Storage.Engines.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Events : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "EventByAdmin",
                table: "Stories",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EventId",
                table: "Stories",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "EventScore",
                table: "Stories",
                type: "REAL",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Briefings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Briefings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Editions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BriefingId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Editions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EventQueue",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StoryId = table.Column<long>(type: "INTEGER", nullable: false),
                    EventId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EventQueue", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Events",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    IntoId = table.Column<long>(type: "INTEGER", nullable: true),
                    Stories = table.Column<int>(type: "INTEGER", nullable: false),
                    Sources = table.Column<int>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Events", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_EventId",
                table: "Stories",
                column: "EventId",
                filter: "EventId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Briefings_Key",
                table: "Briefings",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Editions_BriefingId_At",
                table: "Editions",
                columns: new[] { "BriefingId", "At" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Events_IntoId",
                table: "Events",
                column: "IntoId",
                filter: "IntoId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Events_Sources_Id",
                table: "Events",
                columns: new[] { "Sources", "Id" });

            migrationBuilder.Sql(SqliteEventTriggers.Make);
            migrationBuilder.Sql(EventQueue.AddNewest);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(SqliteEventTriggers.Drop);

            migrationBuilder.DropTable(
                name: "Briefings");

            migrationBuilder.DropTable(
                name: "Editions");

            migrationBuilder.DropTable(
                name: "EventQueue");

            migrationBuilder.DropTable(
                name: "Events");

            migrationBuilder.DropIndex(
                name: "IX_Stories_EventId",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "EventByAdmin",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "EventId",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "EventScore",
                table: "Stories");
        }
    }
}
