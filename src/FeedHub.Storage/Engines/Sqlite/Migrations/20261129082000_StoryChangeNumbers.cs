using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FeedHub.Storage.Engines.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class StoryChangeNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            AddNumber(migrationBuilder, "Stories", "ChangeNumber");
            AddNumber(migrationBuilder, "HubSubscribers", "ToldChange");
            AddNumber(migrationBuilder, "HubRequests", "ToldChange");
            AddNumber(migrationBuilder, "HubRequests", "ToldUntil");

            // Changes so far are numbered by their times, which is what subscribers were told by: nobody is told twice, or not at all.
            migrationBuilder.Sql("UPDATE Stories SET ChangeNumber = ChangedAt");
            migrationBuilder.Sql("UPDATE HubSubscribers SET ToldChange = ToldUntil");
            migrationBuilder.Sql("UPDATE HubRequests SET ToldChange = RequestedAt, ToldUntil = RequestedAt");
            migrationBuilder.Sql(
                """
                INSERT INTO Counters (Name, Value)
                SELECT 'stories.change', max(
                    coalesce((SELECT max(ChangeNumber) FROM Stories), 0),
                    coalesce((SELECT max(ToldChange) FROM HubSubscribers), 0),
                    coalesce((SELECT max(ToldChange) FROM HubRequests), 0))
                """);
            migrationBuilder.Sql(
                "INSERT INTO Counters (Name, Value) SELECT 'stories.arrival', coalesce(max(SortAt), 0) FROM Stories");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DELETE FROM Counters WHERE Name IN ('stories.change', 'stories.arrival')");
            migrationBuilder.DropColumn(name: "ToldUntil", table: "HubRequests");
            migrationBuilder.DropColumn(name: "ToldChange", table: "HubRequests");
            migrationBuilder.DropColumn(name: "ToldChange", table: "HubSubscribers");
            migrationBuilder.DropColumn(name: "ChangeNumber", table: "Stories");
        }

        private static void AddNumber(MigrationBuilder migrationBuilder, string table, string column) =>
            migrationBuilder.AddColumn<long>(name: column, table: table, type: "INTEGER", nullable: false, defaultValue: 0L);
    }
}
