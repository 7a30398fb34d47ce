using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedHub.Storage.Engines.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MatchingTaggingPolling : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FeedIcon",
                table: "Sources",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FeedRights",
                table: "Sources",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Furniture",
                table: "Sources",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HeadersUrl",
                table: "Sources",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IdentityPinned",
                table: "Sources",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "MovedAt",
                table: "Sources",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Rhythm",
                table: "Sources",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TakenUrl",
                table: "Sources",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CategoryLabelId",
                table: "Items",
                type: "INTEGER",
                nullable: true);

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
                defaultValue: "[]");

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
                name: "CategoryLabels",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: true),
                    Slugs = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CategoryLabels", x => x.Id);
                });

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

            // Only a key: one B-tree instead of two (docs/notes/one-writer.md).
            migrationBuilder.Sql("""CREATE TABLE "Habits" ("SourceId" INTEGER NOT NULL, "Sign" TEXT NOT NULL, "Slug" TEXT NOT NULL, "Items" INTEGER NOT NULL, "SeenAt" INTEGER NOT NULL, CONSTRAINT "PK_Habits" PRIMARY KEY ("SourceId", "Sign", "Slug")) WITHOUT ROWID""");

            migrationBuilder.CreateTable(
                name: "Hosts",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    LastRequestAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Requests = table.Column<long>(type: "INTEGER", nullable: false),
                    NotModified = table.Column<long>(type: "INTEGER", nullable: false),
                    Throttled = table.Column<long>(type: "INTEGER", nullable: false),
                    BytesReceived = table.Column<long>(type: "INTEGER", nullable: false),
                    BytesSaved = table.Column<long>(type: "INTEGER", nullable: false),
                    SmallestGap = table.Column<long>(type: "INTEGER", nullable: true),
                    RestUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    RestReason = table.Column<string>(type: "TEXT", nullable: true),
                    Strikes = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Hosts", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "HubRequests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Mode = table.Column<string>(type: "TEXT", nullable: false),
                    BaseUrl = table.Column<string>(type: "TEXT", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", nullable: false),
                    TopicUrl = table.Column<string>(type: "TEXT", nullable: false),
                    Callback = table.Column<string>(type: "TEXT", nullable: false),
                    CallbackHost = table.Column<string>(type: "TEXT", nullable: false),
                    Secret = table.Column<string>(type: "TEXT", nullable: true),
                    Lease = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    NextTryAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HubRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HubSubscribers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BaseUrl = table.Column<string>(type: "TEXT", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", nullable: false),
                    Callback = table.Column<string>(type: "TEXT", nullable: false),
                    CallbackHost = table.Column<string>(type: "TEXT", nullable: false),
                    Secret = table.Column<string>(type: "TEXT", nullable: true),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: false),
                    ToldUntil = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    Error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HubSubscribers", x => x.Id);
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
                name: "ModelVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TrainedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Examples = table.Column<int>(type: "INTEGER", nullable: false),
                    Corrections = table.Column<int>(type: "INTEGER", nullable: false),
                    HeldBack = table.Column<int>(type: "INTEGER", nullable: false),
                    Score = table.Column<double>(type: "REAL", nullable: false),
                    FormerScore = table.Column<double>(type: "REAL", nullable: false),
                    Model = table.Column<byte[]>(type: "BLOB", nullable: true),
                    InUse = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelVersions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PublisherAliases",
                columns: table => new
                {
                    Word = table.Column<string>(type: "TEXT", nullable: false, collation: "NOCASE"),
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublisherAliases", x => x.Word);
                });

            migrationBuilder.CreateTable(
                name: "Retags",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    SourceId = table.Column<long>(type: "INTEGER", nullable: true),
                    Fingerprint = table.Column<string>(type: "TEXT", nullable: true),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    Done = table.Column<long>(type: "INTEGER", nullable: false),
                    Changed = table.Column<long>(type: "INTEGER", nullable: false),
                    Before = table.Column<long>(type: "INTEGER", nullable: true),
                    Superseded = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Retags", x => x.Id);
                });

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

            migrationBuilder.CreateTable(
                name: "Subscriptions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SourceId = table.Column<long>(type: "INTEGER", nullable: true),
                    Hub = table.Column<string>(type: "TEXT", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    Token = table.Column<string>(type: "TEXT", nullable: false),
                    Secret = table.Column<string>(type: "TEXT", nullable: false),
                    Callback = table.Column<string>(type: "TEXT", nullable: true),
                    AskAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    PushesCome = table.Column<bool>(type: "INTEGER", nullable: false),
                    LastPushAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Pushes = table.Column<int>(type: "INTEGER", nullable: false),
                    PushedItems = table.Column<int>(type: "INTEGER", nullable: false),
                    RefusedPushes = table.Column<int>(type: "INTEGER", nullable: false),
                    Refusal = table.Column<string>(type: "TEXT", nullable: true),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Subscriptions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Subscriptions_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            // Headers go on to where they were declared for; recent items get their fingerprints at the next start.
            migrationBuilder.Sql("UPDATE Sources SET HeadersUrl = FormerUrl WHERE FormerUrl IS NOT NULL");
            migrationBuilder.Sql("""INSERT INTO "Fingerprints" ("ItemId", "SourceId", "At", "Bytes") SELECT "Id", "SourceId", "SortAt", x'' FROM "Items" WHERE "FirstSeenAt" > (unixepoch() - 5 * 86400) * 1000""");

            migrationBuilder.CreateIndex(
                name: "IX_Stories_FirstSeenAt",
                table: "Stories",
                column: "FirstSeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_Items_CategoryLabelId",
                table: "Items",
                column: "CategoryLabelId",
                filter: "CategoryLabelId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Items_Corrected",
                table: "Items",
                column: "StoryId",
                filter: "CategoryLabelId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Items_Merged",
                table: "Items",
                column: "Id",
                filter: "Score IS NOT NULL");

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
                name: "IX_HubRequests_BaseUrl_Topic_Callback",
                table: "HubRequests",
                columns: new[] { "BaseUrl", "Topic", "Callback" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HubRequests_NextTryAt",
                table: "HubRequests",
                column: "NextTryAt");

            migrationBuilder.CreateIndex(
                name: "IX_HubSubscribers_BaseUrl_Topic_Callback",
                table: "HubSubscribers",
                columns: new[] { "BaseUrl", "Topic", "Callback" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HubSubscribers_DueAt",
                table: "HubSubscribers",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_JoinedStories_StoryId",
                table: "JoinedStories",
                column: "StoryId");

            migrationBuilder.CreateIndex(
                name: "IX_Retags_FinishedAt",
                table: "Retags",
                column: "FinishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_StoriesApart_FromId",
                table: "StoriesApart",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_AskAt",
                table: "Subscriptions",
                column: "AskAt");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_SourceId",
                table: "Subscriptions",
                column: "SourceId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_Token",
                table: "Subscriptions",
                column: "Token",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CategoryLabels");

            migrationBuilder.DropTable(
                name: "Doubts");

            migrationBuilder.DropTable(
                name: "Fingerprints");

            migrationBuilder.DropTable(
                name: "Habits");

            migrationBuilder.DropTable(
                name: "Hosts");

            migrationBuilder.DropTable(
                name: "HubRequests");

            migrationBuilder.DropTable(
                name: "HubSubscribers");

            migrationBuilder.DropTable(
                name: "JoinedStories");

            migrationBuilder.DropTable(
                name: "Labels");

            migrationBuilder.DropTable(
                name: "Listings");

            migrationBuilder.DropTable(
                name: "ModelVersions");

            migrationBuilder.DropTable(
                name: "PublisherAliases");

            migrationBuilder.DropTable(
                name: "Retags");

            migrationBuilder.DropTable(
                name: "SourceSentences");

            migrationBuilder.DropTable(
                name: "StoriesApart");

            migrationBuilder.DropTable(
                name: "Subscriptions");

            migrationBuilder.DropIndex(
                name: "IX_Stories_FirstSeenAt",
                table: "Stories");

            migrationBuilder.DropIndex(
                name: "IX_Items_CategoryLabelId",
                table: "Items");

            migrationBuilder.DropIndex(
                name: "IX_Items_Corrected",
                table: "Items");

            migrationBuilder.DropIndex(
                name: "IX_Items_Merged",
                table: "Items");

            migrationBuilder.DropColumn(
                name: "FeedIcon",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "FeedRights",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "Furniture",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "HeadersUrl",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "IdentityPinned",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "MovedAt",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "Rhythm",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "TakenUrl",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "CategoryLabelId",
                table: "Items");

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
