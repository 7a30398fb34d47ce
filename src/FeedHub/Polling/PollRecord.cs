using FeedHub.Fetching;
using FeedHub.Model.Polling;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Figures;
using FeedHub.Storage.Statements.Polls;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Polling;

/// <summary>Adds a poll to the history, to the figures and to the politeness ledger, inside its transaction.</summary>
internal sealed class PollRecord(WriteSession session, PollAnswer answer, DateTimeOffset now)
{
    private readonly FetchResult _fetched = answer.Fetched;

    /// <summary>Adds it.</summary>
    /// <param name="ingested">What was new, changed and merged.</param>
    /// <param name="error">What went wrong, or null.</param>
    /// <param name="note">What was repaired or left out, or null.</param>
    public void Add(IngestResult ingested, Reason? error, Reason? note)
    {
        var outcome = error is not null ? PollOutcome.Failed : ingested == default ? PollOutcome.Unchanged : PollOutcome.Changed;
        PollHistory.Add(session, PollOf(outcome, ingested, error, note));
        Count(outcome);
    }

    private Poll PollOf(PollOutcome outcome, IngestResult ingested, Reason? error, Reason? note) => new()
    {
        SourceId = answer.Source.Id,
        At = answer.Started,
        Duration = _fetched.Duration,
        Status = _fetched.Status,
        Outcome = outcome,
        Bytes = _fetched.BytesReceived,
        NewItems = ingested.New,
        ChangedItems = ingested.Changed,
        MergedItems = ingested.Merged,
        Error = error,
        Note = note,
    };

    private void Count(PollOutcome outcome)
    {
        var isNotModified = _fetched.Outcome == FetchOutcome.NotModified;
        var saved = isNotModified ? answer.Source.Polling.BodyBytes : 0;
        Counters.Add(session, Counters.PollsOf(outcome), 1);
        Counters.Add(session, Counters.BytesReceived, _fetched.BytesReceived);
        Counters.Add(session, Counters.BytesSaved, saved);
        HourlyCounts.Add(
            session, now, (Counters.PollsOf(outcome), 1), (HourlyCounts.NotModified, isNotModified ? 1 : 0),
            (Counters.BytesReceived, _fetched.BytesReceived), (Counters.BytesSaved, saved));
        new AskedHosts(session).Count(_fetched, answer.Source.Polling.BodyBytes);
    }
}
