using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Syndication.Reading.Robots;
using FeedHub.Syndication.Reading.Sitemaps;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Discovering;

/// <summary>Looks for the news sitemaps of a host: those that its <c>robots.txt</c> names, then usual names.</summary>
internal sealed class SitemapSearch(SearchVisits visits, FeedLooks looks, TimeProvider time)
{
    // Papers have a news sitemap or two; robots.txt may name hundreds of others.
    private const int MostNamed = 5;
    private const int MostFound = 3;
    private const int MostChildren = 2;

    private static readonly string[] Usual =
    [
        "/news-sitemap.xml", "/sitemap-news.xml", "/sitemap_news.xml", "/googlenews.xml", "/sitemap/news.xml", "/sitemap.xml",
        "/sitemap_index.xml",
    ];

    private static readonly Dictionary<string, string> NoHeaders = [];

    private string? _authority;

    /// <summary>What the host allows; known once <see cref="FindAsync"/> has ended.</summary>
    public RobotsFile Robots { get; private set; } = RobotsFile.AllowsAll;

    /// <summary>What came of it.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Searches the host of an address.</summary>
    public async Task<IReadOnlyList<FoundFeed>> FindAsync(Uri address, CancellationToken cancellation)
    {
        var robots = new Uri(address, "/robots.txt").AbsoluteUri;
        _authority = address.Authority;
        var request = new FetchRequest(robots, null, null, NoHeaders) { Accept = "text/plain, */*;q=0.5" };
        Robots = RobotsOf(await visits.ToAsync(robots, cancellation, request));
        var named = Robots.Sitemaps.Select(url => WireAddress.Resolve(address, url)?.AbsoluteUri).OfType<string>()
            .Where(url => SourceUrl.TryParse(url, out _)).DistinctBy(SourceUrl.Key).Select(url => new SitemapEntry { Url = url });
        var chosen = IndexChoice.Pick(named, time.GetUtcNow(), MostNamed).Select(entry => entry.Url).ToList();
        var found = await AllAsync(chosen, FoundBy.Robots, Say("robots.txt names it", "robots.txt menyebutnya"), cancellation);
        if (found.Count == 0)
        {
            var usual = Usual.Select(name => new Uri(address, name).AbsoluteUri);
            var why = Say("a news sitemap stands under a usual name", "ada sitemap berita dengan nama yang biasa");
            found = await AllAsync(usual, FoundBy.UsualName, why, cancellation);
        }

        Words = Say(
            $"robots.txt names {(chosen.Count == 0 ? "no sitemap that can hold news" : $"{chosen.Count} that may hold news")}; "
                + (found.Count == 0 ? "no news sitemap was found" : $"found: {found.Count}"),
            $"robots.txt menyebut {(chosen.Count == 0 ? "tidak satu sitemap pun" : $"{chosen.Count} sitemap")} yang mungkin berisi berita; "
                + (found.Count == 0 ? "tidak ada sitemap berita yang ditemukan" : $"ditemukan: {found.Count}"));
        return found;
    }

    private async Task<IReadOnlyList<FoundFeed>> AllAsync(
        IEnumerable<string> urls, FoundBy step, string why, CancellationToken cancellation)
    {
        var found = new List<FoundFeed>();
        foreach (var url in urls.Where(IsAllowed))
        {
            if (found.Count == MostFound || (found.Count > 0 && step == FoundBy.UsualName))
                break;
            if (await looks.KnownAsync(url, cancellation) is { } known)
                found.Add(known with { By = step, Why = why });
            else if (await NewsAsync(url, cancellation) is { } sitemap)
                found.Add(sitemap with { By = step, Why = why });
        }

        return found;
    }

    // robots.txt speaks of its own host alone.
    private bool IsAllowed(string url) => new Uri(url) is var uri && (uri.Authority != _authority || Robots.Allows(uri));

    // An index counts by what the likeliest of its sitemaps hold.
    private async Task<FoundFeed?> NewsAsync(string url, CancellationToken cancellation)
    {
        var (now, look) = (time.GetUtcNow(), await LookAsync(url, cancellation));
        if (look is not { Found: { } found, Sitemap: { } sitemap } || sitemap.Kind != SitemapKind.Index)
            return look.Found;
        foreach (var child in IndexChoice.Pick(sitemap.Entries, now, MostChildren).Where(child => IsAllowed(child.Url)))
        {
            if (await LookAsync(child.Url, cancellation) is { Found: { } news, Sitemap.Kind: SitemapKind.Pages })
                return found with { Title = news.Title, Language = news.Language, Items = news.Items, Newest = news.Newest };
        }

        return null;
    }

    private async Task<SitemapLook> LookAsync(string url, CancellationToken cancellation) =>
        SitemapLook.At(url, await visits.ToAsync(url, cancellation), time.GetUtcNow());

    private static RobotsFile RobotsOf(Visit visit) => visit.Fetched switch
    {
        { Outcome: FetchOutcome.Fetched, Body: var body } => RobotsFile.Parse(body.Span, "FeedHub"),
        { Status: >= 400 and < 500 and not 429 } => RobotsFile.AllowsAll,
        _ => RobotsFile.AllowsNothing,
    };
}
