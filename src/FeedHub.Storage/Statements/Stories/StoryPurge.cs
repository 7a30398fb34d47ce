using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>Purges a batch of old stories inside the writer's transaction: a story stays as long as a source lists one of its
/// items.</summary>
internal sealed class StoryPurge(WriteSession session)
{
    private const string Gone = "(SELECT StoryId FROM Purged)";

    // A source that has not answered well since then lists nothing any more.
    private const string KeepListed = $"""
        DELETE FROM Purged WHERE StoryId IN (
            SELECT i.StoryId FROM Sources s JOIN Listings l ON l.SourceId = s.Id CROSS JOIN json_each(l.Items) j
              CROSS JOIN Items i ON i.Id = CAST(j.value ->> 0 AS bigint)
            WHERE s.LastSuccessAt >= ?1 AND s.Id IN (SELECT SourceId FROM Items WHERE StoryId IN {Gone}) AND i.StoryId IN {Gone})
        """;

    /// <summary>
    /// Looks at the next stories from this place on; returns how many it purged, the ids that lead nowhere any more, and where to go on,
    /// or null at the end.
    /// </summary>
    public (int Purged, IReadOnlyList<long> Gone, FeedPosition? Next) Run(DateTimeOffset before, FeedPosition from, int batch)
    {
        session.Execute("CREATE TEMP TABLE IF NOT EXISTS Purged (StoryId INTEGER PRIMARY KEY)");
        session.Execute("DELETE FROM Purged");
        var looked = session.Query(
            "SELECT SortAt, Id FROM Stories WHERE (SortAt, Id) > (?1, ?2) AND SortAt < ?3 ORDER BY SortAt, Id LIMIT ?4",
            row => new FeedPosition(row.GetInt64(0), row.GetInt64(1)), from.SortAt, from.Id, before, batch);
        if (looked.Count == 0)
            return (0, [], null);
        session.Execute("INSERT INTO Purged SELECT value FROM json_each(?1)", StoredJson.Write(looked.ConvertAll(story => story.Id)));
        session.Execute(KeepListed, before);
        var gone = session.Query(
            $"SELECT StoryId FROM Purged UNION SELECT Id FROM JoinedStories WHERE StoryId IN {Gone}",
            row => row.GetInt64(0));
        new RememberedStories(session).Remember(Gone);
        var stories = new PurgedStories(session, Gone).Purge();
        return (stories, gone, looked.Count == batch ? looked[^1] : null);
    }
}
