using FeedHub.Ingesting;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Writing;

namespace FeedHub.Sources;

/// <summary>Deletes a source with its items. A story that other sources have too goes on, led by the best item left.</summary>
public sealed class SourceRemoval(DatabaseWriter writer, LiveStories live, StoryChanges changes, TimeProvider time)
{
    /// <summary>Deletes it in one transaction.</summary>
    public async Task RemoveAsync(long sourceId, CancellationToken cancellation)
    {
        await writer.RunAsync(session => Remove(session, sourceId, time.GetUtcNow()), cancellation);
        changes.Raise();
    }

    private bool Remove(WriteSession session, long sourceId, DateTimeOffset now)
    {
        session.Execute("CREATE TEMP TABLE IF NOT EXISTS Touched (StoryId INTEGER PRIMARY KEY)");
        session.Execute("DELETE FROM Touched");
        session.Execute("INSERT INTO Touched SELECT DISTINCT StoryId FROM Items WHERE SourceId = ?1", sourceId);
        session.Execute("DELETE FROM Doubts WHERE ItemId IN (SELECT Id FROM Items WHERE SourceId = ?1)", sourceId);
        foreach (var table in (string[])["ItemKeys", "StorySources", "Items", "Polls", "Fingerprints", "Listings", "SourceSentences", "Habits", "Retags"])
            session.Execute($"DELETE FROM {table} WHERE SourceId = ?1", sourceId);
        LeaveStories(session, now);
        live.RefreshRelations(session);
        foreach (var story in session.Query("SELECT StoryId FROM Touched UNION SELECT Id FROM JoinedStories WHERE StoryId IN (SELECT StoryId FROM Touched)", row => row.GetInt64(0)))
            live.Refresh(session, story);
        session.Execute("UPDATE Declarations SET SourceId = NULL WHERE SourceId = ?1", sourceId);
        session.Execute("DELETE FROM Sources WHERE Id = ?1", sourceId);
        return true;
    }

    private static void LeaveStories(WriteSession session, DateTimeOffset now)
    {
        const string Empty = "SELECT StoryId FROM Touched t WHERE NOT EXISTS (SELECT 1 FROM Items i WHERE i.StoryId = t.StoryId)";
        foreach (var table in (string[])["StoryCategories", "StoryKeys", "JoinedStories", "StoriesApart", "Doubts"])
            session.Execute($"DELETE FROM {table} WHERE StoryId IN ({Empty})");
        session.Execute($"DELETE FROM Stories WHERE Id IN ({Empty})");
        session.Execute("UPDATE Stories SET ChangedAt = ?1 WHERE Id IN (SELECT StoryId FROM Touched)", now);
        session.Execute(
            $"""
            UPDATE Stories SET UpdatedAt = ?1, LeadItemId = (SELECT Id FROM Items i WHERE i.StoryId = Stories.Id ORDER BY {StoryLeads.Order} LIMIT 1)
            WHERE Id IN (SELECT StoryId FROM Touched) AND NOT EXISTS (SELECT 1 FROM Items i WHERE i.Id = Stories.LeadItemId)
            """,
            now);
    }
}
