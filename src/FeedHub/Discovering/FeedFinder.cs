using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Discovering;

/// <summary>
/// Finds what can be polled at a site, by one <see cref="SiteSearch"/>; all that comes is kept for the first poll. Behind the same
/// wall, turns and limits as polls.
/// </summary>
public sealed class FeedFinder(
    IDbContextFactory<FeedHubDb> databases,
    Fetcher fetcher,
    HostGate gate,
    Downloads downloads,
    TimeProvider time) : IDisposable
{
    /// <summary>How long all of it may take.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // People wait for it, a few at a time; polls have their own limit.
    private readonly SemaphoreSlim _free = new(4);

    /// <summary>What is at an address as somebody typed it: found a short time ago, or asked for now.</summary>
    /// <exception cref="OperationCanceledException">Only if <paramref name="cancellation"/> was cancelled.</exception>
    public async Task<Findings> FindAsync(string typed, CancellationToken cancellation)
    {
        var meanings = TypedAddress.Meanings(typed);
        if (SourceUrl.Problem(meanings[0]) is { } problem)
            return new(meanings[0], problem, []);
        foreach (var url in meanings)
        {
            if (await RecallAsync(url, cancellation) is { } before)
                return before;
        }

        await _free.WaitAsync(cancellation);
        try
        {
            using var timer = new CancellationTokenSource(Limit, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
            return await SearchAsync(meanings, either.Token, cancellation);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();

    private async Task<Findings?> RecallAsync(string url, CancellationToken cancellation)
    {
        if (await KnownSource.AtAsync(databases, url, cancellation) is { } source)
            return new(url, null, [Known(url, source)]) { Steps = [new(FoundBy.Address.Name(), "the address is a source already")] };
        return downloads.Recall(url) is { } before ? await WithSourcesAsync(before, cancellation) : null;
    }

    private async Task<Findings> SearchAsync(IReadOnlyList<string> meanings, CancellationToken limited, CancellationToken cancellation)
    {
        var visits = new SearchVisits(fetcher, gate, downloads, time);
        var (search, url) = (new SiteSearch(visits, new(visits, databases, time), time), meanings[0]);
        try
        {
            // Who writes no scheme means what answers.
            if (meanings.Count > 1 && (await visits.ToAsync(url, limited)).IsUnreachable)
                url = meanings[1];
            var findings = await search.RunAsync(url, limited);
            if (findings.Error is null)
                downloads.Keep(findings);
            return findings;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return search.Findings(url, $"it took longer than {FailureWords.Seconds(Limit)} s");
        }
    }

    private async Task<Findings> WithSourcesAsync(Findings findings, CancellationToken cancellation)
    {
        var feeds = new List<FoundFeed>();
        foreach (var feed in findings.Feeds)
            feeds.Add(feed with { Source = (await KnownSource.AtAsync(databases, feed.Url, cancellation))?.Slug });
        return findings with { Feeds = feeds };
    }

    // A source of the dashboard may have been added as a page or a sitemap.
    private static FoundFeed Known(string url, Source source) =>
        new(url) { Title = source.DisplayTitle, Source = source.Slug, Why = "the address is a source already" };
}
