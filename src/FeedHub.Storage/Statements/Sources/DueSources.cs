using FeedHub.Model.Sources;
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
        SELECT Id, Host FROM Sources WHERE NextPollAt <= ?1 AND Enabled AND (LeaseUntil IS NULL OR LeaseUntil <= ?1) ORDER BY NextPollAt, Id
        """;

    private const string Late = """
        SELECT count(*), min(NextPollAt) FROM Sources WHERE NextPollAt <= ?1 AND Enabled AND (LeaseUntil IS NULL OR LeaseUntil <= ?2)
        """;

    private const string Version = "SELECT Version FROM Sources WHERE Id = ?1 AND Enabled = ?2 AND LeaseUntil = ?3";

    /// <summary>Those that are due, enabled and free, the longest due first.</summary>
    public static List<DueSource> At(ReadSessions database, DateTimeOffset now) =>
        database.Query(Due, row => new DueSource(row.GetInt64(0), row.GetString(1)), now);

    /// <summary>How many are free and were due at an instant that is past, and when the first of them was.</summary>
    /// <param name="database">What is committed.</param>
    /// <param name="before">The instant.</param>
    /// <param name="now">The present.</param>
    public static (long Count, DateTimeOffset? Since) LateAt(ReadSessions database, DateTimeOffset before, DateTimeOffset now) =>
        database.Query(
            Late,
            row => (row.GetInt64(0), row.IsDBNull(1) ? (DateTimeOffset?)null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))),
            before, now).Single();

    /// <summary>Whether the source is still there and leased as it was, and nobody has paused, resumed or edited it.</summary>
    /// <param name="database">What is committed.</param>
    /// <param name="source">As it was.</param>
    public static bool IsAsBefore(ReadSessions database, Source source) => database.Query(
        Version, row => row.GetInt32(0), source.Id, source.Declared.Enabled, source.Polling.LeaseUntil) is [var version]
            && version == source.Version;
}
