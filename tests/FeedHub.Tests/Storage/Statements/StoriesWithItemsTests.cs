using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Tests.Storage.Statements;

[Trait("Storage", "sqlite")]
public sealed class StoriesWithItemsTests
{
    [Fact]
    public async Task ItemsOfAStory_AreFoundByTheirIndex_AndNoTableIsReadAsAWhole()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var db = new FeedHubDb(new DbContextOptionsBuilder<FeedHubDb>().UseSqlite(connection).Options);
        await db.Database.EnsureCreatedAsync();
        await using var command = db.ItemsOf(7).CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await using var plan = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await plan.ReadAsync())
            steps.Add(plan.GetString(3));

        Assert.Contains(steps, step => step.Contains("IX_Items_StoryId", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.StartsWith("SCAN", StringComparison.Ordinal));
    }
}
