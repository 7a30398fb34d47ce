using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Writing;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Discovering;

/// <summary>
/// Finds the feeds of a site with one request for its page, and one for each feed that is shown; all that comes is kept for the
/// first poll. Behind the same wall, turns and limits as polls.
/// </summary>
public sealed class FeedFinder(
    IDbContextFactory<FeedHubDb> databases,
    Fetcher fetcher,
    HostGate gate,
    Downloads downloads,
    TimeProvider time) : IDisposable
{
    private const int Shown = 5;

    /// <summary>How long all of it may take.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PatienceAtHost = TimeSpan.FromSeconds(10);
    private static readonly Dictionary<string, string> NoHeaders = [];

    // People wait for it, a few at a time; polls have their own limit.
    private readonly SemaphoreSlim _free = new(4);

    /// <summary>What is at an address: found a short time ago, or asked for now.</summary>
    /// <exception cref="OperationCanceledException">Only if <paramref name="cancellation"/> was cancelled.</exception>
    public async Task<Findings> FindAsync(string url, CancellationToken cancellation)
    {
        if (SourceUrl.Problem(url) is { } problem)
            return new(url, problem, []);
        if (await SourceOfAsync(url, cancellation) is { } source)
            return new(url, null, [new(url) { Title = source.DisplayTitle, Source = source.Slug }]);
        if (downloads.Recall(url) is { } before)
            return await WithSourcesAsync(before, cancellation);
        await _free.WaitAsync(cancellation);
        try
        {
            using var timer = new CancellationTokenSource(Limit, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
            return await SearchAsync(url, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(url, $"it took longer than {FailureWords.Seconds(Limit)} s", []);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();

    private async Task<Findings> SearchAsync(string url, CancellationToken cancellation)
    {
        var findings = await LookAsync(url, cancellation) switch
        {
            { Feed: { } feed } => new(url, null, [feed]),
            { Page: { } page } => await OfPageAsync(url, page, cancellation),
            var look => new Findings(url, look.Error, []),
        };
        if (findings.Error is null)
            downloads.Keep(findings);
        return findings;
    }

    private async Task<Findings> OfPageAsync(string url, Page page, CancellationToken cancellation)
    {
        var feeds = new List<FoundFeed>();
        foreach (var feed in FeedLocations.Named(page.Fetched, page.Links))
            feeds.Add(await FeedAsync(feed, cancellation));
        if (feeds.Count == 0)
            feeds.AddRange(await OnwardAsync(page, cancellation));
        if (feeds.Count == 0 && await AtUsualPlaceAsync(page.Fetched.FinalUrl, cancellation) is { } usual)
            feeds.Add(usual);
        return feeds.Count == 0 ? new(url, "the page names no feed, and there is none at the usual places", []) : new(url, null, feeds);
    }

    // Where the page sends its readers on to, one step: a feed, or the page that names them.
    private async Task<IReadOnlyList<FoundFeed>> OnwardAsync(Page page, CancellationToken cancellation)
    {
        if (FeedLocations.OnTo(page.Fetched, page.SendsOnTo) is not { } next)
            return [];
        var look = await LookAsync(next, cancellation);
        var feeds = new List<FoundFeed>(look.Feed is { } itself ? [itself] : []);
        foreach (var feed in look.Page is { } further ? FeedLocations.Named(further.Fetched, further.Links) : [])
            feeds.Add(await FeedAsync(feed, cancellation));
        return feeds;
    }

    private async Task<FoundFeed> FeedAsync(string url, CancellationToken cancellation)
    {
        if (await SourceOfAsync(url, cancellation) is { } source)
            return new(url) { Title = source.DisplayTitle, Source = source.Slug };
        var look = await LookAsync(url, cancellation);
        return look.Feed ?? new(url) { Error = look.Error };
    }

    private async Task<FoundFeed?> AtUsualPlaceAsync(string page, CancellationToken cancellation)
    {
        foreach (var place in FeedLocations.UsualOf(page))
        {
            if (await FeedAsync(place, cancellation) is { Error: null } feed)
                return feed;
        }

        return null;
    }

    private async Task<Look> LookAsync(string url, CancellationToken cancellation)
    {
        if (await DownloadAsync(url, cancellation) is not { } fetched)
            return new(null, null, $"{SourceUrl.HostOf(url)} is busy with FeedHub's polls; try again in a moment");
        if (fetched.Outcome != FetchOutcome.Fetched)
            return new(null, null, fetched.Error?.ToString() ?? $"HTTP {fetched.Status}");
        try
        {
            var options = new ReadOptions
            {
                BaseUrl = new(ShownAddress.Of(fetched.FinalUrl)),
                ContentType = fetched.ContentType,
                Now = time.GetUtcNow(),
                Truncated = fetched.Truncated
            };
            return new(Preview(url, FeedDocument.Read(fetched.Body, options)), null, null);
        }
        catch (FeedReadException error)
        {
            return new(null, new(fetched, error.FeedLinks, error.SendsOnTo), $"HTTP {fetched.Status}, but no feed: {error.Message}");
        }
    }

    private async Task<FetchResult?> DownloadAsync(string url, CancellationToken cancellation)
    {
        if (downloads.Peek(url) is { Fetched: { Outcome: FetchOutcome.Fetched } before })
            return before;
        using var turn = await gate.EnterAsync(SourceUrl.HostOf(url), PatienceAtHost, cancellation);
        if (turn is null)
            return null;
        var at = time.GetUtcNow();
        var fetched = await fetcher.FetchAsync(new(url, null, null, NoHeaders), cancellation);
        downloads.Keep(url, new(at, fetched));
        return fetched;
    }

    private static FoundFeed Preview(string url, ParsedFeed feed) => new(url)
    {
        Title = feed.Title,
        Format = feed.Format.ToString().ToLowerInvariant(),
        Language = feed.Language,
        Items = feed.Items.Count,
        Newest = [.. feed.Items.OrderByDescending(i => i.Published ?? i.Updated).Take(Shown)
            .Select(i => new PreviewItem(i.Title, i.Page, i.Published ?? i.Updated))],
    };

    private async Task<Findings> WithSourcesAsync(Findings findings, CancellationToken cancellation)
    {
        var feeds = new List<FoundFeed>();
        foreach (var feed in findings.Feeds)
            feeds.Add(feed with { Source = (await SourceOfAsync(feed.Url, cancellation))?.Slug });
        return findings with { Feeds = feeds };
    }

    private async Task<Source?> SourceOfAsync(string url, CancellationToken cancellation)
    {
        var key = SourceUrl.Key(url);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.UrlKey == key || s.Polling.FormerUrl == url, cancellation);
    }

    private sealed record Look(FoundFeed? Feed, Page? Page, string? Error);

    // What came and is no feed.
    private sealed record Page(FetchResult Fetched, IReadOnlyList<string> Links, string? SendsOnTo);
}
