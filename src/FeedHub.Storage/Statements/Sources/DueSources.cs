using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Sources;

/// <summary>A source that is due.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Host">The host that it is polled at.</param>
public readonly record struct DueSource(long Id, string Host);

/// <summary>Which sources are to be polled.</summary>
public static class DueSources
{
    // By the index on NextPollAt: with nothing due this is one look into it.
    private const string Due = """
        SELECT Id, Host FROM Sources WHERE NextPollAt <= ?1 AND Enabled AND (LeaseUntil IS NULL OR LeaseUntil <= ?1) ORDER BY NextPollAt
        """;

    private const string Version = "SELECT Version FROM Sources WHERE Id = ?1 AND Enabled";

    /// <summary>Those that are due, enabled and free, the longest due first.</summary>
    public static List<DueSource> At(ReadSessions database, DateTimeOffset now) =>
        database.Query(Due, row => new DueSource(row.GetInt64(0), row.GetString(1)), now);

    /// <summary>Whether the source is still there, enabled, and as it was at this version.</summary>
    public static bool IsAsBefore(ReadSessions database, long sourceId, int version) =>
        database.Query(Version, row => row.GetInt32(0), sourceId) is [var current] && current == version;
}
