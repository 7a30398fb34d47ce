using System.Diagnostics;
using FeedHub.Fetching;
using FeedHub.Ingesting;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Observability;

namespace FeedHub.Polling;

/// <summary>
/// The way of an item from its publisher to the merged feed, a method for each stage in their order: fetch, parse, identify and tag, match
/// and store, publish. Stages up to the tags run beside each other for many sources; matching and storing are one transaction of the
/// writer.
/// </summary>
public sealed partial class Poller(
    PollTurns turns, FeedRequests requests, SourceMemory memory, FeedReader reader, PollStore store, PollNews news, TimeProvider time,
    ILogger<Poller> log)
{
    /// <summary>Polls the source if it is free and, unless a person asks, due.</summary>
    public Task<PollReport> PollAsync(long sourceId, bool refresh, CancellationToken cancellation) =>
        turns.InTurnAsync(sourceId, refresh, source => PollAsync(source, cancellation), cancellation);

    /// <summary>Polls the source if it is free, without the validators of its last answer.</summary>
    public Task<PollReport> PollInFullAsync(long sourceId, CancellationToken cancellation) => turns.InTurnAsync(
        sourceId,
        refresh: true,
        source =>
        {
            source.Polling.AskInFull();
            return PollAsync(source, cancellation);
        },
        cancellation);

    /// <summary>Stores what was downloaded before the source was added, in place of its first poll.</summary>
    /// <param name="sourceId">A source that was never polled.</param>
    /// <param name="started">When it was asked for.</param>
    /// <param name="fetched">What came, to an unconditional request without headers of its own.</param>
    /// <param name="cancellation">Ends it before anything is stored.</param>
    public Task PollDownloadedAsync(long sourceId, DateTimeOffset started, FetchResult fetched, CancellationToken cancellation) =>
        turns.WithLeaseAsync(sourceId, refresh: true, source => CompleteAsync(new(source, started, fetched)), cancellation);

    /// <summary>Asks for and reads a source of several, whose lease and whose host's turn the caller has.</summary>
    public async Task<ReadPoll> ReadAsync(Source source, CancellationToken cancellation)
    {
        using var trace = Traces.Begin("poll")?.SetTag("feedhub.source", source.Slug);
        var poll = await FetchAndReadAsync(source, cancellation);
        if (poll.Read.Error is { } error)
            trace?.SetStatus(ActivityStatusCode.Error, error.ToString());
        return poll;
    }

    /// <summary>True if a poll came to nothing because this machine has no network: then it is not stored.</summary>
    public ValueTask<bool> IsOfflineAsync(ReadPoll poll, CancellationToken cancellation) =>
        turns.IsOfflineAsync(poll.Answer, cancellation);

    /// <summary>Stores what was read, and ends the lease.</summary>
    public async Task<PollReport> StoreAsync(ReadPoll poll)
    {
        using var trace = Traces.Begin("ingest");
        return await ToldAsync(poll, MatchAndStoreAsync(poll));
    }

    /// <summary>Stores polls that changed nothing, together in one transaction, and ends their leases.</summary>
    /// <returns>What becomes of each, in their order.</returns>
    public async Task<IReadOnlyList<Task<PollReport>>> StoreTogetherAsync(IReadOnlyList<ReadPoll> unchanged)
    {
        using var trace = Traces.Begin("ingest");
        var stored = await store.StoreTogetherAsync(unchanged);
        return [.. unchanged.Zip(stored, ToldAsync)];
    }

    private async Task<PollReport> PollAsync(Source source, CancellationToken cancellation)
    {
        using var trace = Traces.Begin("poll")?.SetTag("feedhub.source", source.Slug);
        var poll = await FetchAndReadAsync(source, cancellation);
        if (await IsOfflineAsync(poll, cancellation))
            return new(PollEnd.NoNetwork);
        var report = await StoreAsync(poll);
        if (report.Error is { } error)
            trace?.SetStatus(ActivityStatusCode.Error, error.ToString());
        return report;
    }

    private Task<PollReport> CompleteAsync(PollAnswer answer) => StoreAsync(Read(answer));

    private async Task<PollReport> ToldAsync(ReadPoll poll, Task<PollReport> storing)
    {
        var report = await storing;
        Publish(poll.Answer, report);
        return report;
    }

    // The body's memory is free for the next one as soon as it is read: storing may have to wait.
    private async Task<ReadPoll> FetchAndReadAsync(Source source, CancellationToken cancellation)
    {
        var started = time.GetUtcNow();
        var fetched = await FetchAsync(source, cancellation);
        using var body = fetched.BodyMemory;
        return await store.OnceThereAsync(() => Read(new(source, started, fetched)));
    }

    private ReadPoll Read(PollAnswer answer)
    {
        using var trace = Traces.Begin("read");
        var (known, now) = (memory.Recall(answer), time.GetUtcNow());
        return new(answer, TryRead(answer, known, now), known);
    }

    // Feeds are broken all day; anything else is a fault of ours, which becomes this source's state but must not pass unseen.
    private FeedReadResult TryRead(PollAnswer answer, KnownListing known, DateTimeOffset now)
    {
        try
        {
            return IdentifyAndTag(Parse(answer, known, now), answer, known, now);
        }
        catch (Exception fault) when (store.IsFault(fault))
        {
            LogFault(answer.Source.Slug, fault);
            return FeedReadResult.Failing(fault);
        }
    }

    // The body over HTTP, or a 304, or what went wrong.
    private async Task<FetchResult> FetchAsync(Source source, CancellationToken cancellation)
    {
        using var trace = Traces.Begin("fetch");
        try
        {
            return await requests.FetchAsync(source, cancellation);
        }
        catch (Exception fault) when (store.IsFault(fault))
        {
            LogFault(source.Slug, fault);
            return new() { Outcome = FetchOutcome.Failed, FinalUrl = source.Url, Error = FeedReadResult.Failing(fault).Error };
        }
    }

    // From the body to a feed of items, from any format; of a document like the last one, only the items that are new.
    private FeedReadResult Parse(PollAnswer answer, KnownListing known, DateTimeOffset now) =>
        reader.Parse(answer.Source, answer.Fetched, known, now);

    // From items as read to items ready to be stored: keys, categories, fingerprint. Those that are known unchanged are only identified.
    private FeedReadResult IdentifyAndTag(FeedReadResult parsed, PollAnswer answer, KnownListing known, DateTimeOffset now) =>
        reader.Prepare(parsed, answer.Source, known, now);

    // Which of them are new, which story each belongs to, and when the source is due again: all of it or nothing.
    private Task<PollReport> MatchAndStoreAsync(ReadPoll poll) => store.StoreAsync(poll);

    // The merged feed, its subscribers and the figures learn of it.
    private void Publish(PollAnswer answer, PollReport report)
    {
        if (report.Stored is { } stored)
            news.Tell(answer, stored);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Source}: FeedHub failed as it polled.")]
    private partial void LogFault(string source, Exception fault);
}
