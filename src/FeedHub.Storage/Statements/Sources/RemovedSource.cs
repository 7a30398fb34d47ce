using FeedHub.Model.Sources;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Sources;

/// <summary>
/// Deletes a source inside one command of the writer: <see cref="Hold"/> first, then <see cref="DeleteItems"/>, then <see cref="Delete"/>.
/// </summary>
internal sealed class RemovedSource(WriteSession session, long sourceId)
{
    private static readonly string Held =
        $"UPDATE Sources SET Slug = Slug WHERE Id = ?1 AND (NOT ?2 OR NOT Enabled) RETURNING {StoredRow<Source>.Columns}";

    /// <summary>The source as it stands, kept from the edits of others until the end of the transaction.</summary>
    /// <param name="onlyPaused">Only if it is paused.</param>
    /// <returns>Null: there is none, or it is not paused.</returns>
    public Source? Hold(bool onlyPaused) =>
        session.Query(Held, StoredRow<Source>.Read, sourceId, onlyPaused) is [var source] ? source : null;

    /// <summary>Takes its items out of their stories. A story that has others is led by the best left; one that has none goes.</summary>
    public void DeleteItems(DateTimeOffset now)
    {
        session.Execute("CREATE TEMP TABLE IF NOT EXISTS Touched (StoryId INTEGER PRIMARY KEY)");
        session.Execute("DELETE FROM Touched");
        session.Execute("INSERT INTO Touched SELECT DISTINCT StoryId FROM Items WHERE SourceId = ?1", sourceId);
        new RememberedStories(session).Remember("(SELECT StoryId FROM Touched)");
        LeftEntries.Keep(session, sourceId, now);
        session.Execute(
            "INSERT INTO Touched SELECT Id FROM JoinedStories WHERE StoryId IN (SELECT StoryId FROM Touched) ON CONFLICT DO NOTHING");
        session.Execute("DELETE FROM Doubts WHERE ItemId IN (SELECT Id FROM Items WHERE SourceId = ?1)", sourceId);
        foreach (
            var table in (string[])["ItemKeys", "StorySources", "Items", "Polls", "Fingerprints", "Listings", "SourceSentences",
                "Habits", "Retags", "QueuedPages", "SourcePages"])
            session.Execute($"DELETE FROM {table} WHERE SourceId = ?1", sourceId);
        LeaveStories(now);
    }

    /// <summary>The stories that had its items, and those that were joined into these; known after <see cref="DeleteItems"/>.</summary>
    public List<long> Touched() => session.Query("SELECT StoryId FROM Touched", row => row.GetInt64(0));

    /// <summary>Deletes the source itself; a declaration of it stays without one.</summary>
    public void Delete()
    {
        session.Execute("UPDATE Declarations SET SourceId = NULL WHERE SourceId = ?1", sourceId);
        session.Execute("DELETE FROM Sources WHERE Id = ?1", sourceId);
    }

    private void LeaveStories(DateTimeOffset now)
    {
        const string Empty = "SELECT StoryId FROM Touched t WHERE NOT EXISTS (SELECT 1 FROM Items i WHERE i.StoryId = t.StoryId)";
        foreach (var table in (string[])["StoryCategories", "StoryKeys", "JoinedStories", "StoriesApart", "Doubts"])
            session.Execute($"DELETE FROM {table} WHERE StoryId IN ({Empty})");
        session.Execute($"DELETE FROM Stories WHERE Id IN ({Empty})");
        session.Execute(
            "UPDATE Stories SET ChangedAt = ?1, ChangeNumber = ?2 WHERE Id IN (SELECT StoryId FROM Touched)",
            now,
            StorySequences.NextChange(session));
        foreach (var story in Touched())
            ShownStories.Renew(session, story);
        session.Execute(
            $"""
            UPDATE Stories SET UpdatedAt = ?1, LeadItemId = (SELECT Id FROM Items i WHERE i.StoryId = Stories.Id
              ORDER BY {StoryLeads.Order} LIMIT 1)
            WHERE Id IN (SELECT StoryId FROM Touched) AND NOT EXISTS (SELECT 1 FROM Items i WHERE i.Id = Stories.LeadItemId)
            """,
            now);
    }
}
