using FeedHub.Fetching;
using FeedHub.Ingesting;
using FeedHub.Model.Polling;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Figures;
using FeedHub.Storage.Statements.Health;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Subscribing;
using FeedHub.Syndication;

namespace FeedHub.Polling;

/// <summary>What a poll came to, once it is stored.</summary>
/// <param name="Next">How the source is doing, and when it is due.</param>
/// <param name="Ingested">What was taken in.</param>
/// <param name="Summary">The poll in one line.</param>
/// <param name="Rest">The rest that the server asked for, or null.</param>
/// <param name="IsShownAnew">True if the source looks different now wherever it is named.</param>
public sealed record PollReport(NextPoll Next, IngestResult Ingested, string Summary, HostRest? Rest, bool IsShownAnew);

/// <summary>Stores a poll and all that it brought in one transaction: after a crash there is all of it or nothing.</summary>
internal sealed class PollStore(
    WriteSession session, LiveStories stories, Source source, PollSchedule schedule, DateTimeOffset started, DateTimeOffset now, TimeSpan rarely)
{
    private const string UpdatePoll = """
        UPDATE Sources SET LeaseUntil = NULL, LastPollAt = ?2, LastSuccessAt = coalesce(?3, LastSuccessAt), Failures = ?4, Error = ?5, EffectiveInterval = ?6,
            State = CASE WHEN Enabled THEN ?7 ELSE 'Paused' END, NextPollAt = CASE WHEN Enabled THEN ?8 ELSE NULL END,
            StateSince = CASE WHEN Enabled AND State <> ?7 THEN ?9 ELSE StateSince END, IntervalWhy = ?10
        WHERE Id = ?1
        """;

    private const string UpdateReading = """
        UPDATE Sources SET BodyHash = ?2, BodyBytes = ?3, FeedTitle = coalesce(?4, FeedTitle), Link = coalesce(?5, Link),
            FeedLanguage = coalesce(?6, FeedLanguage), Identity = CASE WHEN IdentityPinned THEN Identity ELSE ?7 END,
            IdentityNote = CASE WHEN IdentityPinned THEN IdentityNote ELSE coalesce(?8, IdentityNote) END, ReadingNote = ?9, Hints = ?10, Furniture = ?11,
            FeedRights = coalesce(?12, FeedRights), FeedIcon = coalesce(?13, FeedIcon),
            ChangedAt = iif((coalesce(Title, FeedTitle), Link, FeedRights, FeedIcon)
                IS (coalesce(Title, ?4, FeedTitle), coalesce(?5, Link), coalesce(?12, FeedRights), coalesce(?13, FeedIcon)), ChangedAt, ?14)
        WHERE Id = ?1
        """;

    private static readonly TimeSpan OldNews = TimeSpan.FromDays(2);

    private const string KeepSentences = "INSERT INTO SourceSentences (SourceId, Bytes) VALUES (?1, ?2) ON CONFLICT (SourceId) DO UPDATE SET Bytes = excluded.Bytes";

    /// <summary>Stores everything.</summary>
    /// <param name="fetched">What came.</param>
    /// <param name="taken">What was read of it.</param>
    /// <param name="early">What of it was taken in before.</param>
    public PollReport Complete(FetchResult fetched, Taken taken, EarlyPieces early)
    {
        var ingestion = new Ingestion(session, stories, source.Id, now, early);
        var ingested = early.Result + (taken.Document is { } document ? ingestion.Take(document, whole: !fetched.Truncated && !IsCut(taken)) : default);
        var rhythm = taken.Error is null ? RhythmWith(ingestion.Arrivals) : source.Rhythm;
        var next = taken.Error is { } error
            ? schedule.AfterFailure(source, fetched, error, now)
            : schedule.AfterSuccess(source, rhythm!, fetched.FreshFor, taken.Feed?.Hints ?? source.Hints, now);
        session.Execute(
            UpdatePoll, source.Id, started, next.Error is null ? started : (DateTimeOffset?)null, next.Failures, next.Error, next.Interval,
            next.State, next.NextPollAt, now, next.Why);
        HealthEvents.AfterPoll(session, source, rhythm, next, now);
        if (rhythm != source.Rhythm)
            session.Execute("UPDATE Sources SET Rhythm = ?2, ItemsADay = ?3 WHERE Id = ?1", source.Id, StoredJson.Write(rhythm), rhythm?.Last is null ? null : rhythm.Level * 24);
        Delayed(ingestion.Waits);
        if (!taken.OfferedFeeds.SequenceEqual(source.OfferedFeeds))
            session.Execute("UPDATE Sources SET OfferedFeeds = ?2 WHERE Id = ?1", source.Id, StoredJson.Write(taken.OfferedFeeds));
        var note = taken.Feed is { } feed ? Notes([.. Renamed(ingestion.Renamed), .. feed.Repairs, .. feed.Problems]) : null;
        if (next.Error is null)
        {
            Keep(fetched, taken, note);
            new SubscribedSource(session, source.Id, rarely, now).AfterPoll(Advertisement.Of(fetched, taken.Feed), ingested);
        }

        var outcome = next.Error is not null ? PollOutcome.Failed : ingested == default ? PollOutcome.Unchanged : PollOutcome.Changed;
        Record(fetched, outcome, ingested, next.Error, note);
        Count(fetched, outcome);
        return new(next, ingested, Summary(fetched, ingested), Rest(fetched, next), next.Error is null && IsShownAnew(fetched));
    }

    // Stored only with new items, so that it says what was usual before they stopped coming. A source that has none yet learns from
    // what it has brought so far: at its first poll that is what it lists.
    private Rhythm RhythmWith(IReadOnlyList<DateTimeOffset> arrivals)
    {
        const string Brought = "SELECT SortAt FROM Items WHERE SourceId = ?1 ORDER BY SortAt DESC LIMIT 500";
        if (source.Rhythm is null)
            return Rhythm.Of(session.Query(Brought, row => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), source.Id), now);
        return arrivals.Count > 0 ? source.Rhythm.With(arrivals, now) : source.Rhythm;
    }

    // The first poll brings what lay there for days: it tells nothing of how fast FeedHub is. Nor does an old item that is listed anew.
    private void Delayed(IReadOnlyList<TimeSpan> delays)
    {
        var recent = delays.Where(delay => delay >= TimeSpan.Zero && delay < OldNews).Order().ToList();
        if (source.LastSuccessAt is not null && recent.Count > 0)
            session.Execute("UPDATE Sources SET Delay = (3 * coalesce(Delay, ?2) + ?2) / 4 WHERE Id = ?1", source.Id, recent[recent.Count / 2]);
    }

    // Only what the server itself said counts: a rest that stopped a redirect is known already.
    private HostRest? Rest(FetchResult fetched, NextPoll next) =>
        next.State == SourceState.Throttled && fetched is { Status: not null, Sent.Count: > 0 }
            ? new HostLedger(session).Rest(
                fetched, strikes => schedule.HostRest(fetched.RetryAfter, strikes), FailureWords.Status(fetched.Status.Value), (rest, place) => schedule.AfterRest(rest, place, now), now)
            : null;

    // Validators, and the hash that stands in for them, belong to an answer that was a whole feed: kept from a page that was none, or
    // from a feed that was cut, they would earn 304s for it, and what was missing would stay away.
    private void Keep(FetchResult fetched, Taken taken, string? note)
    {
        if (fetched.Outcome == FetchOutcome.NotModified)
            Renew(fetched);
        else if (IsCut(taken))
            session.Execute("UPDATE Sources SET ETag = NULL, LastModified = NULL WHERE Id = ?1", source.Id);
        else if (!fetched.Truncated || taken.Feed is not null)
            session.Execute("UPDATE Sources SET ETag = ?2, LastModified = ?3 WHERE Id = ?1", source.Id, fetched.ETag, fetched.LastModified);
        if (taken is { Feed: { } feed, Document: { } document })
        {
            session.Execute(
                UpdateReading, source.Id, feed.IsCut ? null : taken.BodyHash, fetched.BytesReceived, feed.Title, feed.Link, feed.Language,
                document.Identity, document.IdentityNote, note, StoredJson.Write(feed.Hints), feed.Repeated?.Furniture().ToBytes(),
                feed.Rights, feed.Icon, now);
            session.Execute(KeepSentences, source.Id, feed.Repeated?.ToBytes() ?? []);
        }

        if (fetched.Outcome == FetchOutcome.Fetched)
            Move(fetched.MovedTo ?? AskedAddress.Of(source));
    }

    private static bool IsCut(Taken taken) => taken.Feed is { IsCut: true };

    // A 304 may bring other validators, and mostly brings those that were sent.
    private void Renew(FetchResult fetched)
    {
        if ((fetched.ETag ?? source.ETag) != source.ETag || (fetched.LastModified ?? source.LastModified) != source.LastModified)
            session.Execute(
                "UPDATE Sources SET ETag = coalesce(?2, ETag), LastModified = coalesce(?3, LastModified) WHERE Id = ?1",
                source.Id, fetched.ETag, fetched.LastModified);
    }

    // To where the feed came from, if that is not where the source is; the address that it leaves is remembered.
    private void Move(string target)
    {
        if (!SourceUrl.TryParse(target, out _) || target == source.Url)
            return;
        if (SourceUrl.Key(target) == source.UrlKey)
        {
            // Another spelling is no move, but asked as its server spells it there is no redirect on the way, which would keep validators back.
            session.Execute("UPDATE Sources SET Url = ?2 WHERE Id = ?1", source.Id, target);
            return;
        }

        var former = AskedAddress.IsFormer(source) && target != source.FormerUrl ? source.FormerUrl : source.Url;
        var moved = session.Execute(
            "UPDATE OR IGNORE Sources SET FormerUrl = ?4, Url = ?2, UrlKey = ?3, MovedAt = ?5, ChangedAt = ?5, TakenUrl = NULL, HeadersUrl = coalesce(HeadersUrl, Url) WHERE Id = ?1",
            source.Id, target, SourceUrl.Key(target), former, now);
        if (moved == 0)
            session.Execute("UPDATE Sources SET TakenUrl = ?2 WHERE Id = ?1", source.Id, target);
    }

    private bool IsShownAnew(FetchResult fetched) =>
        fetched.Outcome == FetchOutcome.Fetched && session.Scalar<long>("SELECT ChangedAt = ?2 FROM Sources WHERE Id = ?1", source.Id, now) == 1;

    private static string[] Renamed(int items) => items == 0
        ? []
        : [FormattableString.Invariant($"{items} items came back under other ids and links: they are recognised by title with date or text")];

    private static string? Notes(List<string> notes) => notes.Count == 0 ? null : Bounds.Cut(string.Join("; ", notes.Take(10)));

    private void Record(FetchResult fetched, PollOutcome outcome, IngestResult ingested, string? error, string? note) => session.Execute(
        """
        INSERT INTO Polls (SourceId, At, Duration, Status, Outcome, Bytes, NewItems, ChangedItems, Error, MergedItems, Note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """,
        source.Id, started, fetched.Duration, fetched.Status, outcome, fetched.BytesReceived, ingested.New, ingested.Changed, error, ingested.Merged, note);

    private void Count(FetchResult fetched, PollOutcome outcome)
    {
        var isNotModified = fetched.Outcome == FetchOutcome.NotModified;
        var saved = isNotModified ? source.BodyBytes : 0;
        Counters.Add(session, Counters.PollsOf(outcome), 1);
        Counters.Add(session, Counters.BytesReceived, fetched.BytesReceived);
        Counters.Add(session, Counters.BytesSaved, saved);
        HourlyCounts.Add(
            session, now, (Counters.PollsOf(outcome), 1), (HourlyCounts.NotModified, isNotModified ? 1 : 0),
            (Counters.BytesReceived, fetched.BytesReceived), (Counters.BytesSaved, saved));
        new HostLedger(session).Count(fetched, source.BodyBytes);
    }

    private static string Summary(FetchResult fetched, IngestResult ingested) => ingested switch
    {
        { New: 0, Changed: 0 } => $"{fetched.Status}, nothing new",
        { Changed: 0 } => $"{fetched.Status}, {ingested.New} new",
        _ => $"{fetched.Status}, {ingested.New} new, {ingested.Changed} changed",
    };
}
