using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedHub.Storage.Engines.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Articles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FoundSelectors",
                table: "Sources",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Sources",
                type: "TEXT",
                nullable: false,
                defaultValue: "Feed");

            migrationBuilder.AddColumn<string>(
                name: "Robots",
                table: "Sources",
                type: "TEXT",
                nullable: false,
                defaultValue: "Obey");

            migrationBuilder.AddColumn<string>(
                name: "Selectors",
                table: "Sources",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Article",
                table: "Items",
                type: "TEXT",
                nullable: true);

            // What nobody declared follows from the kind of source, which may change.
            migrationBuilder.Sql("UPDATE Sources SET Content = 'Usual' WHERE Content = 'Full'");

            migrationBuilder.CreateTable(
                name: "KeptRobots",
                columns: table => new
                {
                    Origin = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: true),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptRobots", x => x.Origin);
                });

            migrationBuilder.CreateTable(
                name: "QueuedPages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SourceId = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: false),
                    Host = table.Column<string>(type: "TEXT", nullable: false),
                    Item = table.Column<string>(type: "TEXT", nullable: false),
                    ContentHash = table.Column<long>(type: "INTEGER", nullable: false),
                    SortAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FoundAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WaitsUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    Error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QueuedPages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QueuedPages_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SourcePages",
                columns: table => new
                {
                    SourceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Read = table.Column<int>(type: "INTEGER", nullable: false),
                    Refused = table.Column<int>(type: "INTEGER", nullable: false),
                    Empty = table.Column<int>(type: "INTEGER", nullable: false),
                    RefusedInARow = table.Column<int>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RestsUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    HasEnded = table.Column<bool>(type: "INTEGER", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SourcePages", x => x.SourceId);
                    table.ForeignKey(
                        name: "FK_SourcePages_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_KeptRobots_Until",
                table: "KeptRobots",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_QueuedPages_DueAt",
                table: "QueuedPages",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_QueuedPages_Host_SortAt_Id",
                table: "QueuedPages",
                columns: new[] { "Host", "SortAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_QueuedPages_SourceId_ItemKey",
                table: "QueuedPages",
                columns: new[] { "SourceId", "ItemKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QueuedPages_WaitsUntil",
                table: "QueuedPages",
                column: "WaitsUntil",
                filter: "WaitsUntil IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeptRobots");

            migrationBuilder.DropTable(
                name: "QueuedPages");

            migrationBuilder.DropTable(
                name: "SourcePages");

            migrationBuilder.DropColumn(
                name: "FoundSelectors",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "Robots",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "Selectors",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "Article",
                table: "Items");
        }
    }
}
