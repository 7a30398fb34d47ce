using FeedHub.Model.Health;
using FeedHub.Model.Polling;
using FeedHub.Model.Sources;
using FeedHub.Model.Words;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Storage.Statements.Health;

/// <summary>Writes health events inside the writer's transaction, so that they are true exactly if what they tell of is stored.</summary>
internal static class HealthEvents
{
    /// <summary>Most that are kept: a source that comes and goes must not fill the disk that it reports on.</summary>
    private const int Most = 1000;

    private const string LastOfTwo = "SELECT Kind, At FROM HealthEvents WHERE Kind IN (?1, ?2) ORDER BY At DESC LIMIT 1";

    // Entries of one instant would have one date, which the W3C validator reports.
    private const string Insert = """
        INSERT INTO HealthEvents (At, Kind, Source, SourceTitle, Text)
        VALUES ((SELECT coalesce(max(At) + 1, ?1) FROM HealthEvents WHERE At >= ?1 AND At < ?1 + 1000), ?2, ?3, ?4, ?5)
        """;

    /// <summary>Since when it goes on by what was said last: one of two kinds begins it, the other ends it; null: it does not.</summary>
    public static DateTimeOffset? GoingOnSince(ReadSessions database, HealthEventKind begin, HealthEventKind end) =>
        database.Query(LastOfTwo, row => (Kind: row.GetString(0), At: row.GetInt64(1)), begin, end) is [var last]
            && last.Kind == begin.ToString()
                ? DateTimeOffset.FromUnixTimeMilliseconds(last.At)
                : null;

    /// <summary>The oldest events after an instant, the oldest first.</summary>
    public static List<HealthEvent> After(ReadSessions database, DateTimeOffset instant, int most) => database.Query(
        $"SELECT {StoredRow<HealthEvent>.Columns} FROM HealthEvents WHERE At > ?1 ORDER BY At LIMIT ?2", StoredRow<HealthEvent>.Read,
        instant, most);

    /// <summary>Something happened that is not a source's.</summary>
    public static bool Record(WriteSession session, HealthEventKind kind, DateTimeOffset at, Reason text) =>
        session.Execute(Insert, at, kind, null, null, text) == 1;

    /// <summary>A poll ended: recorded if it changed the source's state.</summary>
    /// <param name="session">The poll's transaction.</param>
    /// <param name="source">As it was before the poll.</param>
    /// <param name="rhythm">Its rhythm, or null.</param>
    /// <param name="next">How it does now.</param>
    /// <param name="now">The end of the poll.</param>
    public static void AfterPoll(WriteSession session, Source source, Rhythm? rhythm, NextPoll next, DateTimeOffset now)
    {
        if (!source.Declared.Enabled || next.State == source.Polling.State || Of(source, rhythm, next, now) is not var (kind, text))
            return;
        session.Write(Insert, now, kind, source.Slug, source.DisplayTitle, text);
    }

    /// <summary>Forgets what is older, and the oldest of more than are kept. Returns how many it forgot.</summary>
    public static int Purge(WriteSession session, DateTimeOffset before) => session.Execute(
        "DELETE FROM HealthEvents WHERE At < ?1 OR At <= (SELECT At FROM HealthEvents ORDER BY At DESC LIMIT 1 OFFSET ?2)", before, Most);

    private static (HealthEventKind Kind, Reason Text)? Of(
        Source source,
        Rhythm? rhythm,
        NextPoll next,
        DateTimeOffset now) => next.State switch
        {
            SourceState.Failing => (HealthEventKind.SourceFailing, Reason.Of(ReasonCode.SourceFails, next.Error, Again(next))),
            SourceState.Throttled => (HealthEventKind.SourceThrottled, Reason.Of(ReasonCode.SourceThrottled, next.Error, Again(next))),
            SourceState.Gone => (HealthEventKind.SourceGone, Reason.Of(ReasonCode.SourceGone, next.Error)),
            SourceState.Quiet => (
                HealthEventKind.SourceQuiet, Reason.Of(ReasonCode.SourceQuiet, next.Concern ?? Silence.Words(rhythm, now))),
            _ when source.Polling.State is SourceState.Failing or SourceState.Gone or SourceState.Quiet or SourceState.Throttled =>
                (HealthEventKind.SourceRecovered, Recovered(source)),
            _ => null,
        };

    private static Reason Recovered(Source source) => source.Polling.ShownError is { } error
        ? Reason.Of(ReasonCode.SourceRecoveredFrom, Was(source.Polling.State), Exact(source.Polling.StateSince), error)
        : Reason.Of(ReasonCode.SourceRecovered, Was(source.Polling.State), Exact(source.Polling.StateSince));

    private static ReasonCode Was(SourceState state) => state switch
    {
        SourceState.Failing => ReasonCode.WasFailing,
        SourceState.Gone => ReasonCode.WasGone,
        SourceState.Quiet => ReasonCode.WasQuiet,
        _ => ReasonCode.WasThrottled,
    };

    private static Reason Again(NextPoll next) => next.NextPollAt is { } at
        ? Reason.Of(ReasonCode.AskedAgain, Exact(at))
        : Reason.Of(ReasonCode.NotAskedAgain);

    private static string Exact(DateTimeOffset at) => RelativeTime.Exact(at);
}
