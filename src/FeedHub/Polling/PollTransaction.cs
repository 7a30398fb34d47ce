using FeedHub.Fetching;
using FeedHub.Ingesting;
using FeedHub.Model.Polling;
using FeedHub.Model.Sources;
using FeedHub.Storage.Statements.Health;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Statements.Subscriptions;
using FeedHub.Storage.Writing;
using FeedHub.Subscribing;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Polling;

/// <summary>Stores one poll inside the writer's transaction: its own tables, and what each other room's writer makes of it.</summary>
internal sealed class PollTransaction(
    WriteSession session, Ingesters ingesters, PollAnswer answer, PollSchedule schedule, DateTimeOffset now, TimeSpan rarely)
{
    private static readonly TimeSpan OldNews = TimeSpan.FromDays(2);

    private readonly Source _source = answer.Source;
    private readonly FetchResult _fetched = answer.Fetched;
    private readonly PolledSource _polled = new(session, answer.Source.Id);

    /// <summary>Stores everything.</summary>
    /// <param name="read">What was read.</param>
    /// <param name="early">What of it was read in before.</param>
    public StoredPoll Store(FeedReadResult read, EarlyPieces early)
    {
        var ingester = ingesters.For(session, _source, now, early);
        var isWhole = !_fetched.Truncated && read.Feed is not { IsCut: true };
        var ingested = early.Result + (read.Document is { } document ? ingester.Ingest(document, isWhole) : default);
        var rhythm = read.Error is null ? RhythmWith(ingester.PublishedDates, ingester.HeldDates) : _source.Polling.Rhythm;
        var next = Next(read, rhythm);
        _polled.End(answer.Started, next, now, rhythm == _source.Polling.Rhythm ? null : rhythm, DelayOf(ingester.Waits));
        HealthEvents.AfterPoll(session, _source, rhythm, next, now);
        if (!read.OfferedFeeds.SequenceEqual(_source.Polling.OfferedFeeds))
            _polled.SetOfferedFeeds(read.OfferedFeeds);
        var hidden = HiddenNews(read, ingester.PublishedDates);
        var note = ReadingNote.Of(read.Feed, ingester.Renamed, hidden);
        string? movedTo = null;
        if (next.Error is null)
        {
            movedTo = new FeedKeeping(session, answer, now).Keep(read, note);
            if (hidden is { } isHiding)
                new SourceReading(session, _source.Id).SetCheck(answer.Started, isHiding);
            new SubscribedSource(session, _source.Id, rarely, now).AfterPoll(AdvertisedHub.Of(_fetched, read.Feed), ingested);
        }

        new PollRecord(session, answer, now).Add(ingested, next.Error, note);
        return new(next, ingested, _fetched.Status, Rest(next), next.Error is null && LooksDifferent()) { MovedTo = movedTo };
    }

    // What was published before its server last said that nothing was modified was there then. Null: that was not looked into.
    private bool? HiddenNews(FeedReadResult read, IReadOnlyList<DateTimeOffset> arrivals) =>
        _fetched.IsCheckOfNotModified && read.Error is null ? arrivals.Any(date => date < _source.Polling.LastPollAt) : null;

    private NextPoll Next(FeedReadResult read, Rhythm? rhythm) => read.Error is { } error
        ? schedule.AfterFailure(_source, _fetched, error, now)
        : Concerned(schedule.AfterSuccess(_source, rhythm!, _fetched.FreshFor, read.Feed?.Hints ?? _source.Feed.Hints, now), read, rhythm!);

    // A page or a sitemap that brings nothing and says why is quiet at once; others are quiet as any source is. A document that has not
    // changed since the last poll keeps the reason of that poll.
    private NextPoll Concerned(NextPoll next, FeedReadResult read, Rhythm rhythm)
    {
        if (_source.Declared.Kind == SourceKind.Feed)
            return next;
        var why = read.Feed is null && _source.Polling.State == SourceState.Quiet ? _source.Polling.Error : read.WhyNothing;
        if (why is null && next.State == SourceState.Quiet)
            why = Reason.Of(ReasonCode.SameListed, Silence.Words(rhythm, now));
        return why is null ? next : next with { State = SourceState.Quiet, Concern = why };
    }

    // Stored only with new items, so that it says what was usual before they stopped coming. A source that has none yet learns from
    // what it has brought so far: at its first poll that is what it lists.
    private Rhythm RhythmWith(IReadOnlyList<DateTimeOffset> arrivals, IEnumerable<DateTimeOffset> held)
    {
        if (_source.Polling.Rhythm is null)
            return Rhythm.Of([.. _polled.PublishedDates(), .. held], now);
        return arrivals.Count > 0 ? _source.Polling.Rhythm.With(arrivals, now) : _source.Polling.Rhythm;
    }

    // The first poll brings what lay there for days: it tells nothing of how fast FeedHub is. Nor does an old item that is listed again.
    private TimeSpan? DelayOf(IReadOnlyList<TimeSpan> waits)
    {
        var recent = waits.Where(wait => wait >= TimeSpan.Zero && wait < OldNews).Order().ToList();
        return _source.Polling.LastSuccessAt is not null && recent.Count > 0 ? recent[recent.Count / 2] : null;
    }

    // Only what the server itself said counts: a rest that stopped a redirect is known already.
    private HostRest? Rest(NextPoll next) =>
        next.State == SourceState.Throttled && _fetched is { Status: not null, Sent.Count: > 0 }
            ? new AskedHosts(session).Rest(
                _fetched, strikes => schedule.HostRest(_fetched.RetryAfter, strikes), FailureWords.Status(
                    _fetched.Status.Value), (rest, place) => schedule.AfterRest(rest, place, now), now)
            : null;

    private bool LooksDifferent() => _fetched.Outcome == FetchOutcome.Fetched && _polled.ChangedAt(now);
}
