using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Model.Words;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Extracting.Links;
using FeedHub.Syndication.Reading;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Discovering;

/// <summary>What came and is not a feed.</summary>
/// <param name="Fetched">The answer.</param>
/// <param name="Links">Feeds of its head, relative to it.</param>
/// <param name="SendsOnTo">Where it sends its readers on to by itself, relative to it, or null.</param>
internal sealed record FoundPage(FetchResult Fetched, IReadOnlyList<string> Links, string? SendsOnTo)
{
    /// <summary>What the whole of it says of feeds.</summary>
    public PageFeeds Feeds => field ??= PageFeeds.Of(Fetched.Body, Fetched.ContentType);
}

/// <summary>A look at an address: a feed, else a page, else what went wrong.</summary>
internal sealed record FeedLook(FoundFeed? Feed, FoundPage? Page, string? Error, Visit Visit);

/// <summary>Looks at addresses as feeds.</summary>
internal sealed class FeedLooks(SearchVisits visits, IDbContextFactory<FeedHubDb> databases, TimeProvider time)
{
    private const int Shown = 5;

    // A page of feeds may have hundreds.
    private const int MostBehindLink = 8;

    /// <summary>One look.</summary>
    public async Task<FeedLook> AtAsync(string url, CancellationToken cancellation)
    {
        var visit = await visits.ToAsync(url, cancellation);
        if (visit is not { Error: null, Fetched: { } fetched })
            return new(null, null, visit.Error, visit);
        var options = new ReadOptions
        {
            BaseUrl = visit.Base,
            ContentType = fetched.ContentType,
            Now = time.GetUtcNow(),
            Truncated = fetched.Truncated,
        };
        try
        {
            return new(Preview(url, FeedDocument.Read(fetched.Body, options)), null, null, visit);
        }
        catch (FeedReadException error)
        {
            var sitemap = SitemapLook.At(url, visit, time.GetUtcNow());
            var words = Spoken.Say(
                $"HTTP {fetched.Status}, but no feed: {error.Message}",
                $"HTTP {fetched.Status}, tetapi bukan feed: {error.Message}");
            return sitemap is { Entries: not 0, Found: { } news }
                ? new(news, null, null, visit)
                : new(null, new(fetched, error.FeedLinks, error.SendsOnTo), words, visit);
        }
    }

    /// <summary>A feed at its address, or with what is wrong with it.</summary>
    public async Task<FoundFeed> FeedAsync(string url, FoundBy step, string why, CancellationToken cancellation)
    {
        if (await KnownAsync(url, cancellation) is { } known)
            return known with { By = step, Why = why };
        var look = await AtAsync(url, cancellation);
        return (look.Feed ?? new(url) { Error = look.Error }) with { By = step, Why = why };
    }

    /// <summary>Several of them.</summary>
    public async Task<IReadOnlyList<FoundFeed>> AllAsync(IEnumerable<string> urls, FoundBy step, string why, CancellationToken cancellation)
    {
        var feeds = new List<FoundFeed>();
        foreach (var url in urls)
            feeds.Add(await FeedAsync(url, step, why, cancellation));
        return feeds;
    }

    /// <summary>What a link in a page's body leads to: a feed, or a page that names feeds; else nothing.</summary>
    public Task<IReadOnlyList<FoundFeed>> BehindLinkAsync(string url, CancellationToken cancellation) => FeedsAtAsync(
        url,
        FoundBy.Body,
        Spoken.Say("a link in the page's body leads to it", "tautan di isi halaman menuju ke sana"),
        Spoken.Say("a page of feeds, to which the page leads, names it", "disebut di halaman daftar feed yang ditautkan halaman itu"),
        cancellation);

    /// <summary>What stands under a usual name: a feed, or a page that names feeds; else nothing.</summary>
    public Task<IReadOnlyList<FoundFeed>> AtUsualPlaceAsync(string url, FoundBy step, string why, CancellationToken cancellation) =>
        FeedsAtAsync(
            url, step, why, Spoken.Say($"a page of feeds, {why}, names it", $"disebut di halaman daftar feed, {why}"), cancellation);

    /// <summary>The address of a feed that a service's own data names, or null.</summary>
    public async Task<string?> LookedUpAsync(string url, CancellationToken cancellation)
    {
        var visit = await visits.ToAsync(url, cancellation);
        return visit is { Error: null, Fetched: { } fetched }
            ? PageData.Feeds(PageFeeds.Of(fetched.Body, fetched.ContentType).Html).FirstOrDefault(feed => SourceUrl.TryParse(feed, out _))
            : null;
    }

    /// <summary>The source that has the address, as something found; or null.</summary>
    public Task<FoundFeed?> KnownAsync(string url, CancellationToken cancellation) =>
        KnownSource.FoundAsync(databases, url, cancellation);

    /// <summary>Each address once.</summary>
    public static IReadOnlyList<FoundFeed> Once(IEnumerable<FoundFeed> feeds) => [.. feeds.DistinctBy(feed => SourceUrl.Key(feed.Url))];

    private async Task<IReadOnlyList<FoundFeed>> FeedsAtAsync(
        string url, FoundBy step, string why, string whyOfList, CancellationToken cancellation)
    {
        if (await FeedAsync(url, step, why, cancellation) is { Error: null } feed)
            return [feed];
        return (await AtAsync(url, cancellation)).Page is { } list ? await OfListAsync(list, step, whyOfList, cancellation) : [];
    }

    private async Task<IReadOnlyList<FoundFeed>> OfListAsync(FoundPage list, FoundBy step, string why, CancellationToken cancellation)
    {
        var urls = FeedLocations.Named(list.Fetched, list.Links, list.Feeds).Concat(FeedLocations.Spoken(list.Fetched, list.Feeds));
        var feeds = await AllAsync(urls.DistinctBy(SourceUrl.Key).Take(MostBehindLink), step, why, cancellation);
        return [.. feeds.Where(feed => feed.Error is null)];
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
}
