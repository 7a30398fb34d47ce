using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>When stories changed, inside the writer's transaction.</summary>
internal static class StoryTimes
{
    private const string UpdateEntry = "UPDATE Stories SET UpdatedAt = ?3, Language = ?4 WHERE Id = ?1 AND LeadItemId = ?2";

    /// <summary>Anything of the story's entry changed.</summary>
    public static void Change(WriteSession session, long storyId, DateTimeOffset now) =>
        session.Write(
            "UPDATE Stories SET ChangedAt = ?2, ChangeNumber = ?3 WHERE Id = ?1", storyId, now, StorySequences.NextChange(session));

    /// <summary>The story shows another article than before: its <c>updated</c> says so.</summary>
    public static void ShowAnother(WriteSession session, long storyId, DateTimeOffset now) =>
        session.Write("UPDATE Stories SET UpdatedAt = ?2 WHERE Id = ?1", storyId, now);

    /// <summary>The item's text changed: the entry's <c>updated</c> and language with it, if the item leads; true if it does.</summary>
    public static bool Update(WriteSession session, long storyId, long itemId, DateTimeOffset now, string? language) =>
        session.Execute(UpdateEntry, storyId, itemId, now, language) > 0;
}
