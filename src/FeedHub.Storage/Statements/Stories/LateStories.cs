using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Matching;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>Stories that may become part of another by themselves, inside the writer's transaction.</summary>
internal static class LateStories
{
    private const string Free = """
        SELECT count(*) FROM Stories s WHERE s.Id = ?1 AND s.FirstSeenAt >= ?2 AND s.HiddenAt IS NULL AND NOT s.IsDropped
            AND (SELECT count(*) FROM Items i WHERE i.StoryId = s.Id) = 1
            AND NOT EXISTS (SELECT 1 FROM JoinedStories j WHERE j.StoryId = s.Id)
            AND NOT EXISTS (SELECT 1 FROM StoriesApart a WHERE a.StoryId = s.Id OR a.FromId = s.Id)
        """;

    private const string Shown = "SELECT count(*) FROM Stories WHERE Id = ?1 AND HiddenAt IS NULL AND NOT IsDropped";

    /// <summary>True if the story has one item, readers see it, it was seen first no earlier than that, and no admin has joined or split
    /// it.</summary>
    public static bool IsFree(WriteSession session, long story, DateTimeOffset since) => session.Scalar<long>(Free, story, since) > 0;

    /// <summary>True if readers see the story.</summary>
    public static bool IsShown(WriteSession session, long story) => session.Scalar<long>(Shown, story) > 0;

    /// <summary>Writes down what the items of a story that is about to go were compared by.</summary>
    public static void Explain(WriteSession session, long story, double score, IReadOnlyList<Signal> signals) => session.Execute(
        "UPDATE Items SET Score = ?2, Signals = ?3 WHERE StoryId = ?1 AND Why IS NULL", story, score, StoredJson.Write(signals));
}
