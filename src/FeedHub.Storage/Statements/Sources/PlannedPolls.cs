using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Sources;

/// <summary>When sources are due, inside the writer's transaction.</summary>
internal static class PlannedPolls
{
    /// <summary>Key and address of each source that is due before an instant, in the order in which they are due.</summary>
    public static List<(long Id, string Url)> DueBefore(WriteSession session, DateTimeOffset instant) => session.Query(
        "SELECT Id, Url FROM Sources WHERE NextPollAt < ?1 ORDER BY NextPollAt", row => (row.GetInt64(0), row.GetString(1)), instant);

    /// <summary>The source is due at another time.</summary>
    public static void PutOff(WriteSession session, long sourceId, DateTimeOffset nextPollAt) =>
        session.Execute("UPDATE Sources SET NextPollAt = ?2 WHERE Id = ?1", sourceId, nextPollAt);

    /// <summary>Moves all that is planned, and what it is planned from, by the step that the clock made.</summary>
    public static void Shift(WriteSession session, TimeSpan step) => session.Execute(
        """
        UPDATE Sources SET NextPollAt = NextPollAt + ?1, LastPollAt = LastPollAt + ?1, LastSuccessAt = LastSuccessAt + ?1,
          LeaseUntil = LeaseUntil + ?1
        """,
        step);
}
