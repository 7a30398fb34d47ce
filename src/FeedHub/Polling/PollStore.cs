using FeedHub.Fetching;
using FeedHub.Ingesting;
using FeedHub.Model.Polling;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Figures;
using FeedHub.Storage.Statements.Health;
using FeedHub.Storage.Statements.Polls;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Statements.Subscriptions;
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
    private static readonly TimeSpan OldNews = TimeSpan.FromDays(2);

    private readonly PolledSource _polled = new(session, source.Id);
    private readonly SourceReading _reading = new(session, source.Id);

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
        _polled.End(started, next, now);
        HealthEvents.AfterPoll(session, source, rhythm, next, now);
        if (rhythm != source.Rhythm)
            _polled.SetRhythm(rhythm);
        Delayed(ingestion.Waits);
        if (!taken.OfferedFeeds.SequenceEqual(source.OfferedFeeds))
            _polled.SetOfferedFeeds(taken.OfferedFeeds);
        var note = taken.Feed is { } feed ? Notes([.. Renamed(ingestion.Renamed), .. feed.Repairs, .. feed.Problems]) : null;
        if (next.Error is null)
        {
            Keep(fetched, taken, note);
            new SubscribedSource(session, source.Id, rarely, now).AfterPoll(AdvertisedHub.Of(fetched, taken.Feed), ingested);
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
        if (source.Rhythm is null)
            return Rhythm.Of(_polled.Arrivals(), now);
        return arrivals.Count > 0 ? source.Rhythm.With(arrivals, now) : source.Rhythm;
    }

    // The first poll brings what lay there for days: it tells nothing of how fast FeedHub is. Nor does an old item that is listed anew.
    private void Delayed(IReadOnlyList<TimeSpan> delays)
    {
        var recent = delays.Where(delay => delay >= TimeSpan.Zero && delay < OldNews).Order().ToList();
        if (source.LastSuccessAt is not null && recent.Count > 0)
            _polled.AddDelay(recent[recent.Count / 2]);
    }

    // Only what the server itself said counts: a rest that stopped a redirect is known already.
    private HostRest? Rest(FetchResult fetched, NextPoll next) =>
        next.State == SourceState.Throttled && fetched is { Status: not null, Sent.Count: > 0 }
            ? new AskedHosts(session).Rest(
                fetched, strikes => schedule.HostRest(fetched.RetryAfter, strikes), FailureWords.Status(fetched.Status.Value), (rest, place) => schedule.AfterRest(rest, place, now), now)
            : null;

    // Validators, and the hash that stands in for them, belong to an answer that was a whole feed: kept from a page that was none, or
    // from a feed that was cut, they would earn 304s for it, and what was missing would stay away.
    private void Keep(FetchResult fetched, Taken taken, string? note)
    {
        if (fetched.Outcome == FetchOutcome.NotModified)
            Renew(fetched);
        else if (IsCut(taken))
            _reading.ForgetValidators();
        else if (!fetched.Truncated || taken.Feed is not null)
            _reading.SetValidators(fetched.ETag, fetched.LastModified);
        if (taken is { Feed: { } feed, Document: { } document })
            _reading.Keep(feed, document, feed.IsCut ? null : taken.BodyHash, fetched.BytesReceived, note, now);
        if (fetched.Outcome == FetchOutcome.Fetched)
            Move(fetched.MovedTo ?? AskedAddress.Of(source));
    }

    private static bool IsCut(Taken taken) => taken.Feed is { IsCut: true };

    // A 304 may bring other validators, and mostly brings those that were sent.
    private void Renew(FetchResult fetched)
    {
        if ((fetched.ETag ?? source.ETag) != source.ETag || (fetched.LastModified ?? source.LastModified) != source.LastModified)
            _reading.RenewValidators(fetched.ETag, fetched.LastModified);
    }

    // To where the feed came from, if that is not where the source is; the address that it leaves is remembered.
    private void Move(string target)
    {
        if (!SourceUrl.TryParse(target, out _) || target == source.Url)
            return;
        if (SourceUrl.Key(target) == source.UrlKey)
        {
            // Another spelling is no move, but asked as its server spells it there is no redirect on the way, which would keep validators back.
            new SourceMove(session, source.Id).Respell(target);
            return;
        }

        var former = AskedAddress.IsFormer(source) && target != source.FormerUrl ? source.FormerUrl! : source.Url;
        new SourceMove(session, source.Id).To(target, former, now);
    }

    private bool IsShownAnew(FetchResult fetched) =>
        fetched.Outcome == FetchOutcome.Fetched && _polled.ChangedAt(now);

    private static string[] Renamed(int items) => items == 0
        ? []
        : [FormattableString.Invariant($"{items} items came back under other ids and links: they are recognised by title with date or text")];

    private static string? Notes(List<string> notes) => notes.Count == 0 ? null : Bounds.Cut(string.Join("; ", notes.Take(10)));

    private void Record(FetchResult fetched, PollOutcome outcome, IngestResult ingested, string? error, string? note) => PollHistory.Add(session, new()
    {
        SourceId = source.Id,
        At = started,
        Duration = fetched.Duration,
        Status = fetched.Status,
        Outcome = outcome,
        Bytes = fetched.BytesReceived,
        NewItems = ingested.New,
        ChangedItems = ingested.Changed,
        MergedItems = ingested.Merged,
        Error = error,
        Note = note,
    });

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
        new AskedHosts(session).Count(fetched, source.BodyBytes);
    }

    private static string Summary(FetchResult fetched, IngestResult ingested) => ingested switch
    {
        { New: 0, Changed: 0 } => $"{fetched.Status}, nothing new",
        { Changed: 0 } => $"{fetched.Status}, {ingested.New} new",
        _ => $"{fetched.Status}, {ingested.New} new, {ingested.Changed} changed",
    };
}
