using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Syndication.Extracting.Links;

namespace FeedHub.Discovering;

/// <summary>Where the feeds of a page may be: pure decisions.</summary>
internal static class FeedLocations
{
    /// <summary>Feeds of one page that are looked at; a page may name one for each of its tags.</summary>
    public const int Most = 5;

    // Links that only may lead to a feed: a page has few of them.
    private const int MostSpoken = 6;

    // What the common systems use; a last resort, asked one at a time until one is a feed.
    private static readonly string[] Usual = ["/feed", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/rss"];

    private static readonly string[] FeedTypes
        = ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"];

    /// <summary>Feeds that a page names for programs: in its headers (RFC 8288), then in its head; absolute, without repeats.</summary>
    /// <param name="fetched">The page.</param>
    /// <param name="links">Addresses of its head, relative to it.</param>
    /// <param name="feeds">What the whole of it says.</param>
    public static IReadOnlyList<string> Named(FetchResult fetched, IEnumerable<string> links, PageFeeds feeds)
    {
        var headers = fetched.Links.Where(l => l.Is("alternate") && FeedTypes.Contains(l.Type)).Select(l => l.Target);
        return Absolute(fetched, headers, links.Concat(feeds.Linked), feeds.Base).Take(Most).ToList();
    }

    /// <summary>Addresses that a page names for people, and which may be feeds; absolute, without repeats, the likeliest first.</summary>
    public static IReadOnlyList<string> Spoken(FetchResult fetched, PageFeeds feeds) =>
        Absolute(fetched, [], feeds.Spoken.Select(link => WithoutFeedScheme(link)), feeds.Base)
            .Where(url => SourceUrl.Key(url) != SourceUrl.Key(fetched.FinalUrl)).Take(MostSpoken).ToList();

    private static IEnumerable<string> Absolute(FetchResult fetched, IEnumerable<string> whole, IEnumerable<string> links, string? declared)
    {
        var page = new Uri(fetched.FinalUrl);
        var start = declared is not null && WireAddress.Resolve(page, declared) is { } other ? other : page;
        return whole.Concat(links.Select(link => WireAddress.Resolve(start, link)?.AbsoluteUri).OfType<string>())
            .Where(url => SourceUrl.TryParse(url, out _)).DistinctBy(SourceUrl.Key);
    }

    private static string WithoutFeedScheme(string link) =>
        link.StartsWith("feed:", StringComparison.OrdinalIgnoreCase) || link.StartsWith("itpc:", StringComparison.OrdinalIgnoreCase)
            || link.StartsWith("pcast:", StringComparison.OrdinalIgnoreCase)
            ? TypedAddress.Of(link)
            : link;

    /// <summary>Where a page sends on to by itself; null if nowhere else than to itself.</summary>
    /// <param name="fetched">The page.</param>
    /// <param name="target">As the page writes it, relative to it, or null.</param>
    public static string? OnTo(FetchResult fetched, string? target) =>
        target is not null && WireAddress.Resolve(new(fetched.FinalUrl), target)?.AbsoluteUri is { } url && SourceUrl.TryParse(url, out _)
            && SourceUrl.Key(url) != SourceUrl.Key(fetched.FinalUrl)
            ? url
            : null;

    /// <summary>Where a page that names no feed often has one: below its own address.</summary>
    public static IReadOnlyList<string> Beside(Uri page)
    {
        var path = page.AbsolutePath;
        var last = path[(path.LastIndexOf('/') + 1)..];
        var folder = last.Contains('.', StringComparison.Ordinal) ? path[..^last.Length] : path.TrimEnd('/') + "/";
        return [.. Usual.Select(name => new Uri(page, folder.TrimEnd('/') + name).AbsoluteUri)];
    }

    /// <summary>The same at the root of its host.</summary>
    public static IReadOnlyList<string> AtRoot(Uri page) => [.. Usual.Select(name => new Uri(page, name).AbsoluteUri)];

    /// <summary>Whether an address is a site's rather than a feed's: it has no path.</summary>
    public static bool IsSite(string url) => SourceUrl.TryParse(url, out var uri) && uri.PathAndQuery == "/";
}
