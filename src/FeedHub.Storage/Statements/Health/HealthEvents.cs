using FeedHub.Model.Health;
using FeedHub.Model.Polling;
using FeedHub.Model.Sources;
using FeedHub.Model.Words;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Health;

/// <summary>Writes health events inside the writer's transaction, so that they are true exactly if what they tell of is stored.</summary>
internal static class HealthEvents
{
    /// <summary>Most that are kept: a source that comes and goes must not fill the disk that it reports on.</summary>
    private const int Most = 1000;

    // Entries of one instant would have one date, which the W3C validator reports.
    private const string Insert = """
        INSERT INTO HealthEvents (At, Kind, Source, SourceTitle, Text)
        VALUES ((SELECT coalesce(max(At) + 1, ?1) FROM HealthEvents WHERE At >= ?1 AND At < ?1 + 1000), ?2, ?3, ?4, ?5)
        """;

    /// <summary>Something happened that is no source's.</summary>
    public static bool Record(WriteSession session, HealthEventKind kind, DateTimeOffset at, string text) =>
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
        session.Execute(Insert, now, kind, source.Slug, source.DisplayTitle, text);
    }

    /// <summary>Forgets what is older, and the oldest of more than are kept. Returns how many it forgot.</summary>
    public static int Purge(WriteSession session, DateTimeOffset before) => session.Execute(
        "DELETE FROM HealthEvents WHERE At < ?1 OR At <= (SELECT At FROM HealthEvents ORDER BY At DESC LIMIT 1 OFFSET ?2)", before, Most);

    private static (HealthEventKind Kind, string Text)? Of(
        Source source,
        Rhythm? rhythm,
        NextPoll next,
        DateTimeOffset now) => next.State switch
        {
            SourceState.Failing => (HealthEventKind.SourceFailing, $"{next.Error}. {Again(next)}, and ever more rarely while it fails."),
            SourceState.Throttled => (HealthEventKind.SourceThrottled, $"{next.Error}. {Again(next)}."),
            SourceState.Gone => (HealthEventKind.SourceGone, $"{next.Error}. It is polled no more: give it another address, or delete it."),
            SourceState.Quiet =>
                (HealthEventKind.SourceQuiet, $"It answers, but brings nothing new: {Silence.Words(rhythm, now)}. It is polled on."),
            _ when source.Polling.State is SourceState.Failing or SourceState.Gone or SourceState.Quiet or SourceState.Throttled =>
                (HealthEventKind.SourceRecovered, Recovered(source)),
            _ => null,
        };

    private static string Recovered(Source source) =>
        $"It was {source.Polling.State.ToString().ToLowerInvariant()} since "
            + $"{Exact(source.Polling.StateSince)}{(source.Polling.ShownError is { } error ? $" ({error})" : "")}.";

    private static string Again(NextPoll next) => next.NextPollAt is { } at ? $"It is asked again at {Exact(at)}" : "It is not asked again";

    private static string Exact(DateTimeOffset at) => RelativeTime.Exact(at);
}
