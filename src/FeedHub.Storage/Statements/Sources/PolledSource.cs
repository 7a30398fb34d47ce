using FeedHub.Model.Polling;
using FeedHub.Model.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Sources;

/// <summary>Writes what a poll or a push means for its source, inside the writer's transaction.</summary>
internal sealed class PolledSource(WriteSession session, long sourceId)
{
    private const string UpdatePoll = """
        UPDATE Sources SET LeaseUntil = NULL, LastPollAt = ?2, LastSuccessAt = coalesce(?3, LastSuccessAt), Failures = ?4, Error = ?5,
          EffectiveInterval = ?6,
            State = CASE WHEN Enabled THEN ?7 ELSE 'Paused' END, NextPollAt = CASE WHEN Enabled THEN CAST(?8 AS bigint) END,
            StateSince = CASE WHEN Enabled AND State <> ?7 THEN ?9 ELSE StateSince END, IntervalWhy = ?10,
            Rhythm = coalesce(?11, Rhythm), ItemsADay = CASE WHEN ?11 IS NULL THEN ItemsADay ELSE ?12 END,
            Delay = coalesce((3 * coalesce(Delay, ?13) + ?13) / 4, Delay)
        WHERE Id = ?1
        """;

    /// <summary>The poll is over: the source is free, and due again as planned.</summary>
    /// <param name="started">The start of the poll.</param>
    /// <param name="next">How the source is doing, and when it is due.</param>
    /// <param name="now">The end of the poll.</param>
    /// <param name="rhythm">It publishes in this rhythm, from which the rate that is shown follows; null: as before.</param>
    /// <param name="delay">How long it took this time from an item's publication to its coming, of which the mean of the last times is
    /// stored; null: nothing came that tells.</param>
    public void End(DateTimeOffset started, NextPoll next, DateTimeOffset now, Rhythm? rhythm, TimeSpan? delay) => session.Write(
        UpdatePoll, sourceId, started, next.Error is null ? started : (DateTimeOffset?)null, next.Failures, next.Error ?? next.Concern,
        next.Interval,
        next.State, next.NextPollAt, now, next.Why, rhythm is null ? null : StoredJson.Write(rhythm),
        rhythm?.Last is null ? null : rhythm.Level * 24, delay);

    /// <summary>When its last 500 items were published or came, newest first.</summary>
    public List<DateTimeOffset> PublishedDates() => session.Query(
        "SELECT SortAt FROM Items WHERE SourceId = ?1 ORDER BY SortAt DESC LIMIT 500", row => DateTimeOffset.FromUnixTimeMilliseconds(
            row.GetInt64(0)), sourceId);

    /// <summary>It publishes in this rhythm, as a push found; the rate that is shown stays until the next poll.</summary>
    public void SetRhythmAlone(Rhythm rhythm) =>
        session.Write("UPDATE Sources SET Rhythm = ?2 WHERE Id = ?1", sourceId, StoredJson.Write(rhythm));

    /// <summary>A page came instead of a feed, and names these; or a feed came, and it names none.</summary>
    public void SetOfferedFeeds(IReadOnlyList<string> offered) =>
        session.Write("UPDATE Sources SET OfferedFeeds = ?2 WHERE Id = ?1", sourceId, StoredJson.Write(offered));

    /// <summary>True if it looks different since this instant.</summary>
    public bool ChangedAt(DateTimeOffset instant) =>
        session.Scalar<long>("SELECT ChangedAt = ?2 FROM Sources WHERE Id = ?1", sourceId, instant) == 1;
}
