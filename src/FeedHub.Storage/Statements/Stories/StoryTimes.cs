using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>When stories changed, inside the writer's transaction.</summary>
internal static class StoryTimes
{
    private const string UpdateEntry = "UPDATE Stories SET UpdatedAt = ?3, Language = ?4 WHERE Id = ?1 AND LeadItemId = ?2";

    private const string UpdateChanges = """
        UPDATE Stories SET ChangedAt = ?2, ChangeNumber = CAST(j.value ->> 1 AS bigint) FROM json_each(?1) j
        WHERE Stories.Id = CAST(j.value ->> 0 AS bigint)
        """;

    /// <summary>Anything of the story's entry changed.</summary>
    public static void Change(WriteSession session, long storyId, DateTimeOffset now) =>
        Change(session, new Dictionary<long, long> { [storyId] = StorySequences.NextChange(session) }, now);

    /// <summary>Something of these stories' entries changed, by the numbers of their changes.</summary>
    public static void Change(WriteSession session, IReadOnlyDictionary<long, long> stories, DateTimeOffset now)
    {
        if (stories.Count > 0)
            session.Write(UpdateChanges, StoredJson.Write(stories.Select(story => new[] { story.Key, story.Value })), now);
    }

    /// <summary>The story shows another article than before: its <c>updated</c> says so.</summary>
    public static void ShowAnother(WriteSession session, long storyId, DateTimeOffset now) =>
        session.Write("UPDATE Stories SET UpdatedAt = ?2 WHERE Id = ?1", storyId, now);

    /// <summary>The item's text changed: the entry's <c>updated</c> and language with it, if the item leads; true if it does.</summary>
    public static bool Update(WriteSession session, long storyId, long itemId, DateTimeOffset now, string? language) =>
        session.Execute(UpdateEntry, storyId, itemId, now, language) > 0;
}
