using FeedHub.Fetching;
using FeedHub.Ingesting;
using FeedHub.Sources;
using FeedHub.Storage;

namespace FeedHub.Polling;

/// <summary>What a poll came to, once it is stored.</summary>
public sealed record PollReport(NextPoll Next, IngestResult Ingested, string Summary);

/// <summary>Stores a poll and all that it brought in one transaction: after a crash there is all of it or nothing.</summary>
internal sealed class PollStore(WriteSession session, Source source, DateTimeOffset started, DateTimeOffset now)
{
    private const string UpdatePoll = """
        UPDATE Sources SET LeaseUntil = NULL, LastPollAt = ?2, LastSuccessAt = coalesce(?3, LastSuccessAt), Failures = ?4, Error = ?5, EffectiveInterval = ?6,
            State = CASE WHEN Enabled THEN ?7 ELSE 'Paused' END, NextPollAt = CASE WHEN Enabled THEN ?8 ELSE NULL END,
            StateSince = CASE WHEN Enabled AND State <> ?7 THEN ?9 ELSE StateSince END
        WHERE Id = ?1
        """;

    private const string UpdateReading = """
        UPDATE Sources SET BodyHash = ?2, BodyBytes = ?3, FeedTitle = coalesce(?4, FeedTitle), Link = coalesce(?5, Link),
            FeedLanguage = coalesce(?6, FeedLanguage), Identity = ?7, IdentityNote = coalesce(?8, IdentityNote), ReadingNote = ?9, Hints = ?10,
            FeedRights = coalesce(?11, FeedRights), FeedIcon = coalesce(?12, FeedIcon)
        WHERE Id = ?1
        """;

    /// <summary>Stores everything.</summary>
    public PollReport Complete(FetchResult fetched, Taken taken, NextPoll next)
    {
        var ingested = taken.Document is { } document ? new Ingestion(session, source.Id, now).Take(document) : default;
        session.Execute(
            UpdatePoll, source.Id, started, next.Error is null ? started : (DateTimeOffset?)null, next.Failures, next.Error, next.Interval,
            next.State, next.NextPollAt, now);
        session.Execute("UPDATE Sources SET OfferedFeeds = ?2 WHERE Id = ?1 AND OfferedFeeds <> ?2", source.Id, StoredJson.Write(taken.OfferedFeeds));
        if (next.Error is null)
            Keep(fetched, taken);
        var outcome = next.Error is not null ? PollOutcome.Failed : ingested == default ? PollOutcome.Unchanged : PollOutcome.Changed;
        Record(fetched, outcome, ingested, next.Error);
        Count(fetched, outcome);
        return new(next, ingested, Summary(fetched, ingested));
    }

    // Validators belong to the last answer that was a whole feed: kept from a page that was none, or from the part of a feed that
    // came before the connection broke, they would earn 304s for it.
    private void Keep(FetchResult fetched, Taken taken)
    {
        if (fetched.Outcome == FetchOutcome.NotModified)
            session.Execute(
                "UPDATE Sources SET ETag = coalesce(?2, ETag), LastModified = coalesce(?3, LastModified) WHERE Id = ?1",
                source.Id, fetched.ETag, fetched.LastModified);
        else if (!fetched.Truncated || taken.Feed is { Repairs.Count: 0 })
            session.Execute("UPDATE Sources SET ETag = ?2, LastModified = ?3 WHERE Id = ?1", source.Id, fetched.ETag, fetched.LastModified);
        if (taken is { Feed: { } feed, Document: { } document })
            session.Execute(
                UpdateReading, source.Id, taken.BodyHash, fetched.BytesReceived, feed.Title, feed.Link, feed.Language,
                document.Identity, document.IdentityNote, Notes([.. feed.Repairs, .. feed.Problems]), StoredJson.Write(feed.Hints), feed.Rights, feed.Icon);
        if (fetched.MovedTo is { } target && SourceUrl.TryParse(target, out _))
            session.Execute(
                "UPDATE OR IGNORE Sources SET FormerUrl = Url, Url = ?2, UrlKey = ?3 WHERE Id = ?1", source.Id, target, SourceUrl.Key(target));
    }

    private static string? Notes(List<string> notes) => notes.Count == 0 ? null : string.Join("; ", notes.Take(10));

    private void Record(FetchResult fetched, PollOutcome outcome, IngestResult ingested, string? error) => session.Execute(
        """
        INSERT INTO Polls (SourceId, At, Duration, Status, Outcome, Bytes, NewItems, ChangedItems, Error) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """,
        source.Id, started, fetched.Duration, fetched.Status, outcome, fetched.BytesReceived, ingested.New, ingested.Changed, error);

    private void Count(FetchResult fetched, PollOutcome outcome)
    {
        Counters.Add(session, Counters.PollsOf(outcome), 1);
        Counters.Add(session, Counters.BytesReceived, fetched.BytesReceived);
        if (fetched.Outcome == FetchOutcome.NotModified)
            Counters.Add(session, Counters.BytesSaved, source.BodyBytes);
    }

    private static string Summary(FetchResult fetched, IngestResult ingested) => ingested switch
    {
        { New: 0, Changed: 0 } => $"{fetched.Status}, nothing new",
        { Changed: 0 } => $"{fetched.Status}, {ingested.New} new",
        _ => $"{fetched.Status}, {ingested.New} new, {ingested.Changed} changed",
    };
}
