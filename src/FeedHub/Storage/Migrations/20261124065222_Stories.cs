using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedHub.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Stories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IdentityPinned",
                table: "Sources",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "OwnSite",
                table: "Items",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<double>(
                name: "Score",
                table: "Items",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Signals",
                table: "Items",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]"); // By hand: EF Core writes "", which is no JSON.

            migrationBuilder.AddColumn<long>(
                name: "TextHash",
                table: "Items",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "TextLength",
                table: "Items",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "Doubts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    StoryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Score = table.Column<double>(type: "REAL", nullable: false),
                    Distance = table.Column<double>(type: "REAL", nullable: false),
                    IsSame = table.Column<bool>(type: "INTEGER", nullable: false),
                    Signals = table.Column<string>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Doubts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Fingerprints",
                columns: table => new
                {
                    ItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Fingerprints", x => x.ItemId);
                });

            migrationBuilder.CreateTable(
                name: "JoinedStories",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    StoryId = table.Column<long>(type: "INTEGER", nullable: false),
                    LeadItemId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JoinedStories", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Labels",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    IsSame = table.Column<bool>(type: "INTEGER", nullable: false),
                    First = table.Column<string>(type: "TEXT", nullable: false),
                    Second = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Labels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Listings",
                columns: table => new
                {
                    SourceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Items = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Listings", x => x.SourceId);
                });

            migrationBuilder.CreateTable(
                name: "StoriesApart",
                columns: table => new
                {
                    StoryId = table.Column<long>(type: "INTEGER", nullable: false),
                    FromId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoriesApart", x => new { x.StoryId, x.FromId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Stories_FirstSeenAt",
                table: "Stories",
                column: "FirstSeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_Items_Merged",
                table: "Items",
                column: "Id",
                filter: "Score IS NOT NULL");

            // By hand: what came before takes part in matching. An empty fingerprint is made anew from the item's text at the first start.
            migrationBuilder.Sql("""INSERT INTO "Fingerprints" ("ItemId", "SourceId", "At", "Bytes") SELECT "Id", "SourceId", "SortAt", x'' FROM "Items" WHERE "FirstSeenAt" > (unixepoch() - 5 * 86400) * 1000""");

            migrationBuilder.CreateIndex(
                name: "IX_Doubts_Distance",
                table: "Doubts",
                column: "Distance");

            migrationBuilder.CreateIndex(
                name: "IX_Doubts_ItemId",
                table: "Doubts",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_Doubts_StoryId",
                table: "Doubts",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_JoinedStories_StoryId",
                table: "JoinedStories",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_StoriesApart_FromId",
                table: "StoriesApart",
                column: "FromId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Doubts");

            migrationBuilder.DropTable(
                name: "Fingerprints");

            migrationBuilder.DropTable(
                name: "JoinedStories");

            migrationBuilder.DropTable(
                name: "Labels");

            migrationBuilder.DropTable(
                name: "Listings");

            migrationBuilder.DropTable(
                name: "StoriesApart");

            migrationBuilder.DropIndex(
                name: "IX_Stories_FirstSeenAt",
                table: "Stories");

            migrationBuilder.DropIndex(
                name: "IX_Items_Merged",
                table: "Items");

            migrationBuilder.DropColumn(
                name: "IdentityPinned",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "OwnSite",
                table: "Items");

            migrationBuilder.DropColumn(
                name: "Score",
                table: "Items");

            migrationBuilder.DropColumn(
                name: "Signals",
                table: "Items");

            migrationBuilder.DropColumn(
                name: "TextHash",
                table: "Items");

            migrationBuilder.DropColumn(
                name: "TextLength",
                table: "Items");
        }
    }
}
