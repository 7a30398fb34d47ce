using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedHub.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Categories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CategoryLabelId",
                table: "Items",
                type: "INTEGER",
                nullable: true);

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

            // By hand: EF Core cannot say WITHOUT ROWID (docs/notes/one-writer.md).
            migrationBuilder.Sql("""CREATE TABLE "Habits" ("SourceId" INTEGER NOT NULL, "Sign" TEXT NOT NULL, "Slug" TEXT NOT NULL, "Items" INTEGER NOT NULL, "SeenAt" INTEGER NOT NULL, CONSTRAINT "PK_Habits" PRIMARY KEY ("SourceId", "Sign", "Slug")) WITHOUT ROWID""");

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
                name: "IX_Retags_FinishedAt",
                table: "Retags",
                column: "FinishedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CategoryLabels");

            migrationBuilder.DropTable(
                name: "Habits");

            migrationBuilder.DropTable(
                name: "ModelVersions");

            migrationBuilder.DropTable(
                name: "PublisherAliases");

            migrationBuilder.DropTable(
                name: "Retags");

            migrationBuilder.DropIndex(
                name: "IX_Items_CategoryLabelId",
                table: "Items");

            migrationBuilder.DropIndex(
                name: "IX_Items_Corrected",
                table: "Items");

            migrationBuilder.DropColumn(
                name: "CategoryLabelId",
                table: "Items");
        }
    }
}
