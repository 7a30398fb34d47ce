using System.Diagnostics;
using FeedHub.Fetching;
using FeedHub.Ingesting;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Observability;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FeedHub.Polling;

/// <summary>One poll from its lease to its last row: fetch, read, take in, and decide when the source is due again.</summary>
public sealed partial class Poller(
    IDbContextFactory<FeedHubDb> databases,
    Lease lease,
    HostGate gate,
    HostRests rests,
    Fetcher fetcher,
    Intake intake,
    LiveStories stories,
    LargeDocuments large,
    LargeAnswers answers,
    StoryChanges changes,
    Figures figures,
    IOptions<FeedHubOptions> options,
    TimeProvider time,
    Random random,
    ILogger<Poller> log)
{
    /// <summary>How long a poll waits for its host's turn before it gives its worker to others.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly HashSet<long> NothingListed = [];

    private PollSchedule Schedule => new(options.Value.Polling, random);

    /// <summary>Polls the source if it is free and, unless a person asks, due. Returns what came of it in one line.</summary>
    /// <exception cref="PollFailedException">The poll brought no feed; the source's state says so too.</exception>
    public async Task<string> PollAsync(long sourceId, bool refresh, CancellationToken cancellation)
    {
        if (await lease.TakeAsync(sourceId, refresh, options.Value.Polling.Timeout, cancellation) is not { } source)
            return "not due, or being polled already";
        PollReport report;
        try
        {
            if (!refresh && rests.Of(SourceUrl.ServerOf(AskedAddress.Of(source))) is { } rest)
                return await PutOffAsync(source, rest, cancellation);
            using var turn = await gate.EnterAsync(SourceUrl.HostOf(AskedAddress.Of(source)), Patience, cancellation);
            if (turn is null)
                return await YieldAsync(source, cancellation);
            report = await PollAsync(source, cancellation);
        }
        catch
        {
            // Stopped, or the store failed: the source is due again as it was before.
            await lease.ReturnAsync(sourceId, null, CancellationToken.None);
            throw;
        }

        return report.Next.Error is null ? report.Summary : throw new PollFailedException(report.Next.Error);
    }

    /// <summary>Takes in what was downloaded before the source was added, in place of its first poll.</summary>
    /// <param name="sourceId">A source that was never polled.</param>
    /// <param name="started">When it was asked for.</param>
    /// <param name="fetched">What came, to an unconditional request without headers of its own.</param>
    /// <param name="cancellation">Ends it before anything is stored.</param>
    public async Task TakeInAsync(long sourceId, DateTimeOffset started, FetchResult fetched, CancellationToken cancellation)
    {
        if (await lease.TakeAsync(sourceId, refresh: true, options.Value.Polling.Timeout, cancellation) is not { } source)
            return;
        try
        {
            await CompleteAsync(source, started, fetched);
        }
        catch
        {
            await lease.ReturnAsync(sourceId, null, CancellationToken.None);
            throw;
        }
    }

    private async Task<string> YieldAsync(Source source, CancellationToken cancellation)
    {
        await lease.ReturnAsync(source.Id, source.NextPollAt is null ? null : time.GetUtcNow() + Patience, cancellation);
        return "its host is busy with other polls: tried again in a few seconds";
    }

    private async Task<string> PutOffAsync(Source source, HostRest rest, CancellationToken cancellation)
    {
        await lease.ReturnAsync(source.Id, Schedule.AfterRest(rest, place: 0, time.GetUtcNow()), cancellation);
        return $"its server wants to be left alone, since {rest.Reason}";
    }

    private async Task<PollReport> PollAsync(Source source, CancellationToken cancellation)
    {
        using var trace = Traces.Begin("poll")?.SetTag("feedhub.source", source.Slug);
        var started = time.GetUtcNow();
        var report = await CompleteAsync(source, started, await FetchAsync(source, cancellation));
        if (report.Next.Error is { } error)
            trace?.SetStatus(ActivityStatusCode.Error, error);
        return report;
    }

    private async Task<PollReport> CompleteAsync(Source source, DateTimeOffset started, FetchResult fetched)
    {
        var unchanged = await RecallAsync(source, fetched);
        var taken = Read(source, fetched, unchanged);
        if (taken.Error is not null)
            LogFailed(source.Slug, taken.Error);

        using var trace = Traces.Begin("ingest");
        var report = await large.StoreAsync(source, taken, unchanged, (session, newest, early) =>
            new PollStore(session, stories, source, Schedule, started, time.GetUtcNow(), options.Value.Subscribing.PollInterval).Complete(fetched, newest, early));
        Count(fetched, report, source.BodyBytes);
        answers.Came(fetched.Body.Length);
        if (report.Rest is { } rest)
            rests.Set(fetched.Sent[^1].Server, rest);
        if (report.Ingested != default)
            intake.Learnt(source.Id);
        if (report.Ingested != default || report.IsShownAnew)
            changes.Raise();

        return report;
    }

    private void Count(FetchResult fetched, PollReport report, long savedBytes)
    {
        var outcome = report.Next.Error is not null ? "failed" : report.Ingested == default ? "unchanged" : "changed";
        figures.Polled(outcome, fetched.Duration, fetched.BytesReceived, fetched.Outcome == FetchOutcome.NotModified ? savedBytes : 0);
        figures.Ingested(report.Ingested.New, report.Ingested.Changed, report.Ingested.Merged);
    }

    private Taken Read(Source source, FetchResult fetched, IReadOnlySet<long> unchanged)
    {
        using var trace = Traces.Begin("read");
        return intake.Read(source, fetched, unchanged, time.GetUtcNow());
    }

    private async Task<FetchResult> FetchAsync(Source source, CancellationToken cancellation)
    {
        using var trace = Traces.Begin("fetch");
        var headers = FeedHeaders.Resolve(source.Headers, Environment.GetEnvironmentVariable);
        if (headers.Error is { } error)
            return new() { Outcome = FetchOutcome.Failed, FinalUrl = source.Url, Error = error };

        // Validators belong to the address that the source has now.
        var own = source.HeadersFor(AskedAddress.Of(source)) ? headers.Values : new Dictionary<string, string>();
        var request = AskedAddress.IsFormer(source)
            ? new FetchRequest(source.FormerUrl!, null, null, own)
            : new FetchRequest(source.Url, source.ETag, source.LastModified, own) { Unmovable = source.TakenUrl };
        return await fetcher.FetchAsync(request, cancellation);
    }

    // What only reading a document needs: most polls bring none. Returns the content hashes of the items that it listed last.
    private async Task<IReadOnlySet<long>> RecallAsync(Source source, FetchResult fetched)
    {
        if (fetched.Outcome != FetchOutcome.Fetched)
            return NothingListed;
        await using var db = await databases.CreateDbContextAsync();
        source.Sentences = await db.Set<SourceSentences>().AsNoTracking().SingleOrDefaultAsync(s => s.SourceId == source.Id);
        var listing = await db.Listings.AsNoTracking().SingleOrDefaultAsync(l => l.SourceId == source.Id);
        return listing is null ? NothingListed : listing.Items.Select(item => item[1]).ToHashSet();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source}: {Error}")]
    private partial void LogFailed(string source, string error);
}
