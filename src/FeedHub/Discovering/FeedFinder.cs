using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Model.Words;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Extracting.Lists;
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

    /// <summary>What was found, with what these selectors would take of its page: as it came a short time ago, else it is asked for. Where
    /// no list page was found, the page that was searched is shown as one.</summary>
    public async Task<Findings> ByAsync(Findings findings, ListSelectors selectors, CancellationToken cancellation)
    {
        var visits = new SearchVisits(fetcher, gate, downloads, time);
        var feeds = new List<FoundFeed>();
        foreach (var feed in findings.Feeds)
            feeds.Add(feed.Kind == FoundKind.Page ? await ByAsync(feed, selectors, visits, cancellation) : feed);
        if (feeds.Exists(feed => feed.Kind == FoundKind.Page))
            return findings with { Feeds = feeds };
        var page = await ByAsync(ListLook.Chosen(findings.Url), selectors, visits, cancellation);
        return page.Error is null || feeds.Count > 0
            ? findings with { Error = page.Error is null ? null : findings.Error, Feeds = [page, .. feeds] }
            : findings with { Error = page.Error };
    }

    private async Task<FoundFeed> ByAsync(FoundFeed page, ListSelectors selectors, SearchVisits visits, CancellationToken cancellation)
    {
        var visit = await visits.ToAsync(page.Url, cancellation);
        var looked = ListLook.By(page, visit.Fetched, selectors, time.GetUtcNow());
        return looked with { Error = looked.Error ?? visit.Error };
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();

    private async Task<Findings?> RecallAsync(string url, CancellationToken cancellation)
    {
        if (await KnownSource.FoundAsync(databases, url, cancellation) is { } source)
            return new(url, null, [source]) { Steps = [new(FoundBy.Address.Name(), source.Why!)] };
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
            var most = FailureWords.Seconds(Limit);
            return search.Findings(url, Spoken.Say($"it took longer than {most} s", $"butuh lebih dari {most} detik"));
        }
    }

    private async Task<Findings> WithSourcesAsync(Findings findings, CancellationToken cancellation)
    {
        var feeds = new List<FoundFeed>();
        foreach (var feed in findings.Feeds)
            feeds.Add(feed with { Source = (await KnownSource.AtAsync(databases, feed.Url, cancellation))?.Slug });
        return findings with { Feeds = feeds };
    }
}
