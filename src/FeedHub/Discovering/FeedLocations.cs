using FeedHub.Fetching;
using FeedHub.Model.Sources;

namespace FeedHub.Discovering;

/// <summary>Where the feeds of a page may be: pure decisions.</summary>
internal static class FeedLocations
{
    /// <summary>Feeds of one page that are looked at; a page may name one for each of its tags.</summary>
    public const int Most = 5;

    // What the common systems use; a last resort, asked one at a time until one is a feed.
    private static readonly string[] Usual = ["/feed", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/rss"];

    private static readonly string[] FeedTypes
        = ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"];

    /// <summary>Feeds that a page names: in its headers (RFC 8288), then in its head; absolute, without repeats.</summary>
    /// <param name="fetched">The page.</param>
    /// <param name="links">Addresses of its head, relative to it.</param>
    public static IReadOnlyList<string> Named(FetchResult fetched, IEnumerable<string> links)
    {
        var page = new Uri(fetched.FinalUrl);
        var headers = fetched.Links.Where(l => l.Is("alternate") && FeedTypes.Contains(l.Type)).Select(l => l.Target);
        var elements = links.Select(link => WireAddress.Resolve(page, link)?.AbsoluteUri).OfType<string>();
        return [.. headers.Concat(elements).Where(url => SourceUrl.TryParse(url, out _)).DistinctBy(SourceUrl.Key).Take(Most)];
    }

    /// <summary>Where a page sends on to by itself; null if nowhere else than to itself.</summary>
    /// <param name="fetched">The page.</param>
    /// <param name="target">As the page writes it, relative to it, or null.</param>
    public static string? OnTo(FetchResult fetched, string? target) =>
        target is not null && WireAddress.Resolve(new(fetched.FinalUrl), target)?.AbsoluteUri is { } url && SourceUrl.TryParse(url, out _)
            && SourceUrl.Key(url) != SourceUrl.Key(fetched.FinalUrl)
            ? url
            : null;

    /// <summary>Where a site that names no feed often has one.</summary>
    public static IEnumerable<string> UsualOf(string page) => Usual.Select(path => new Uri(new Uri(page), path).AbsoluteUri);

    /// <summary>Whether an address is a site's rather than a feed's: it has no path.</summary>
    public static bool IsSite(string url) => SourceUrl.TryParse(url, out var uri) && uri.PathAndQuery == "/";
}
