using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>Hides stories from readers and shows them again, inside the writer's transaction.</summary>
internal static class HiddenStories
{
    private const string HideOne = "UPDATE Stories SET HiddenAt = coalesce(HiddenAt, ?2), HiddenReason = ?3 WHERE Id = ?1";

    private const string ShowOne = "UPDATE Stories SET HiddenAt = NULL, HiddenReason = NULL WHERE Id = ?1 AND HiddenAt IS NOT NULL";

    private const string HideLike = """
        UPDATE Stories SET HiddenAt = f.HiddenAt, HiddenReason = f.HiddenReason
        FROM (SELECT HiddenAt, HiddenReason FROM Stories WHERE Id = ?2 AND HiddenAt IS NOT NULL) f
        WHERE Stories.Id = ?1 AND Stories.HiddenAt IS NULL
        """;

    private const string HideAgain = """
        UPDATE Stories SET HiddenAt = r.HiddenAt, HiddenReason = r.HiddenReason FROM RememberedStories r WHERE Stories.Id = ?1 AND r.Id = ?2
        """;

    /// <summary>Hides it, or gives another reason; false if there is no such story.</summary>
    public static bool Hide(WriteSession session, long storyId, string? reason, DateTimeOffset now) =>
        session.Execute(HideOne, storyId, now, reason) > 0;

    /// <summary>Shows it again, also when its items come in another time; false if it is not hidden.</summary>
    public static bool Show(WriteSession session, long storyId)
    {
        if (session.Execute(ShowOne, storyId) == 0)
            return false;
        new RememberedStories(session).Forget([storyId]);
        return true;
    }

    /// <summary>Hides a story that begins with items that were hidden with a remembered one.</summary>
    public static void Again(WriteSession session, long storyId, long remembered) => session.Execute(HideAgain, storyId, remembered);

    /// <summary>Whether it is hidden.</summary>
    public static bool Has(WriteSession session, long storyId) =>
        session.Scalar<long>("SELECT HiddenAt IS NOT NULL FROM Stories WHERE Id = ?1", storyId) == 1;

    /// <summary>Whether it is hidden for this reason.</summary>
    public static bool HasFor(WriteSession session, long storyId, string? reason) => session.Scalar<long>(
        "SELECT count(*) FROM Stories WHERE Id = ?1 AND HiddenAt IS NOT NULL AND coalesce(HiddenReason, '') = ?2",
        storyId,
        reason ?? "") == 1;

    /// <summary>Hides it where the other one is hidden: what was kept from readers does not come back with a join or a split.</summary>
    public static void Follow(WriteSession session, long storyId, long other) => session.Execute(HideLike, storyId, other);
}
