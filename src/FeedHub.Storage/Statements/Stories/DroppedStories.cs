using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>Stories of which drop rules hold items back, inside the writer's transaction.</summary>
internal static class DroppedStories
{
    private const string ShowFirst = """
        UPDATE Stories SET IsDropped = false, SortAt = ?2, PublishedAt = ?3, UpdatedAt = ?3 WHERE Id = ?1 AND IsDropped
        """;

    private const string CountSources = """
        UPDATE Sources SET StoryCount = (SELECT count(*) FROM StorySources x WHERE x.SourceId = Sources.Id)
        WHERE Id IN (SELECT SourceId FROM Items WHERE StoryId IN (SELECT value FROM json_each(?1)))
        """;

    /// <summary>The story that begins now has no item in it.</summary>
    public static void Drop(WriteSession session, long storyId) =>
        session.Write("UPDATE Stories SET IsDropped = true WHERE Id = ?1", storyId);

    /// <summary>Asks whether there is a story of which drop rules hold back all.</summary>
    public static Answer<bool> AskAny(WriteSession session) =>
        session.Ask("SELECT EXISTS (SELECT 1 FROM Stories WHERE IsDropped)", row => row.GetBoolean(0));

    /// <summary>Whether drop rules hold back all that the story has.</summary>
    public static bool IsDropped(WriteSession session, long storyId) =>
        session.Scalar<long>("SELECT IsDropped FROM Stories WHERE Id = ?1", storyId) == 1;

    /// <summary>Readers see the story for the first time, by an item that no rule holds back: it arrives now.</summary>
    public static void Show(WriteSession session, long storyId, DateTimeOffset arrival, DateTimeOffset publishedAt) =>
        session.Write(ShowFirst, storyId, arrival, publishedAt);

    /// <summary>Items of these stories are held back now, or no more: everything that follows from that. Those that come back have the
    /// place that they had.</summary>
    public static void Renew(WriteSession session, IReadOnlyCollection<long> stories, DateTimeOffset now)
    {
        if (stories.Count == 0)
            return;
        var tables = new StoryTables(session);
        foreach (var story in stories)
            tables.Rebuild(story, now);
        var ids = StoredJson.Write(stories);
        session.Execute(CountSources, ids);
        session.Execute("INSERT INTO SearchQueue (StoryId) SELECT value FROM json_each(?1)", ids);
    }
}
