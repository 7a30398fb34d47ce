using FeedHub.Fetching;
using FeedHub.Ingesting;
using FeedHub.Model.Stories;
using FeedHub.Observability;

namespace FeedHub.Polling;

/// <summary>Tells those who keep something in memory what a stored poll changed: figures, rests, habits, the log
/// and the merged feed.</summary>
public sealed class PollNews(
    Figures figures, LargeAnswers answers, HostRests rests, FeedReader reader, StoryChanges changes, SourceLines lines)
{
    /// <summary>Tells them.</summary>
    public void Tell(PollAnswer answer, StoredPoll stored)
    {
        Count(answer, stored);
        lines.Tell(answer.Source, stored);
        answers.Came(answer.Fetched.Body.Length);
        if (stored.Rest is { } rest)
            rests.Set(answer.Fetched.Sent[^1].Server, rest);
        if (stored.Ingested != default)
            reader.Learnt(answer.Source.Id);
        if (stored.Ingested != default || stored.LooksDifferent)
            changes.Raise();
    }

    private void Count(PollAnswer answer, StoredPoll stored)
    {
        var (fetched, ingested) = (answer.Fetched, stored.Ingested);
        var outcome = stored.Next.Error is not null ? "failed" : ingested == default ? "unchanged" : "changed";
        figures.Polled(
            outcome,
            fetched.Duration,
            fetched.BytesReceived,
            fetched.Outcome == FetchOutcome.NotModified ? answer.Source.Polling.BodyBytes : 0);
        figures.Ingested(ingested.New, ingested.Changed, ingested.Merged);
    }
}
