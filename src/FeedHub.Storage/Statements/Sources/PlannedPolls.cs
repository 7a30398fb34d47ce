using FeedHub.Model.Sources;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Sources;

/// <summary>When sources are due, inside the writer's transaction.</summary>
internal static class PlannedPolls
{
    // A host's sources are found by the index on it; UrlKey names the server between "http://" or "https://" and the path.
    private const string Due = """
        SELECT Id FROM Sources WHERE Host = ?1 AND instr(UrlKey, '://' || ?2 || '/') IN (5, 6) AND NextPollAt < ?3 ORDER BY NextPollAt, Id
        """;

    /// <summary>Key of each source of a server that is due before an instant, in the order in which they are due.</summary>
    /// <param name="session">The writer's transaction.</param>
    /// <param name="server">As <see cref="SourceUrl.ServerOf(string)"/> names it.</param>
    /// <param name="instant">The instant.</param>
    public static List<long> DueBefore(WriteSession session, string server, DateTimeOffset instant) =>
        session.Query(Due, row => row.GetInt64(0), SourceUrl.HostOfServer(server), server, instant);

    /// <summary>Start of the newest poll of all, or null.</summary>
    public static DateTimeOffset? Newest(ReadSessions database) => database.Query(
        "SELECT max(LastPollAt) FROM Sources",
        row => row.IsDBNull(0) ? (DateTimeOffset?)null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0))).Single();

    /// <summary>The source is due at another time.</summary>
    public static void PutOff(WriteSession session, long sourceId, DateTimeOffset nextPollAt) =>
        session.Execute("UPDATE Sources SET NextPollAt = ?2 WHERE Id = ?1", sourceId, nextPollAt);

    /// <summary>What is due now is due within a span, spread over it.</summary>
    public static int Spread(WriteSession session, DateTimeOffset now, TimeSpan span) => session.Execute(
        "UPDATE Sources SET NextPollAt = ?1 + (Id * 7919) % ?2 WHERE NextPollAt <= ?1 AND Enabled", now, (long)span.TotalMilliseconds);

    /// <summary>Moves all that is planned, and what it is planned from, by the step that the clock made.</summary>
    public static void Shift(WriteSession session, TimeSpan step) => session.Execute(
        """
        UPDATE Sources SET NextPollAt = NextPollAt + ?1, LastPollAt = LastPollAt + ?1, LastSuccessAt = LastSuccessAt + ?1,
          LeaseUntil = LeaseUntil + ?1
        """,
        step);
}
