using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>
/// Which state of its lead each story stands by, without what it says: a standby finds out by it what it has to read again. Only for a
/// database that several nodes share (<see cref="IWriterEngine.StateOf"/>).
/// </summary>
internal static class LeadVersions
{
    private static string All(string version) => $"""
        SELECT s.Id, f.ItemId, {version} AS Version, s.FirstSeenAt
        FROM Stories s JOIN Fingerprints f ON f.ItemId = s.LeadItemId WHERE s.FirstSeenAt >= ?1
        UNION ALL
        SELECT j.Id, f.ItemId, {version}, s.FirstSeenAt
        FROM JoinedStories j JOIN Stories s ON s.Id = j.StoryId JOIN Fingerprints f ON f.ItemId = j.LeadItemId WHERE s.FirstSeenAt >= ?1
        ORDER BY 4, 1
        """;

    /// <summary>Of all stories first seen since then, the oldest first.</summary>
    public static IEnumerable<(long StoryId, long Version)> Since(WriteSession session, DateTimeOffset since) =>
        session.Stream(All(session.StateOf("f")), row => (row.GetInt64(0), (row.GetInt64(1) * 31_000_000_007) ^ row.GetInt64(2)), since);
}
