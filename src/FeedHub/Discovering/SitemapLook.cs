using FeedHub.Syndication.Reading.Sitemaps;

namespace FeedHub.Discovering;

/// <summary>What came from an address, looked at as a sitemap.</summary>
/// <param name="Sitemap">What was read; null where it is none.</param>
/// <param name="Found">What can be polled there; null where it is not a sitemap that holds news or an index.</param>
internal sealed record SitemapLook(ParsedSitemap? Sitemap, FoundFeed? Found)
{
    private const int Shown = 5;
    private static readonly SitemapLook Nothing = new(null, null);

    /// <summary>How many pages or further sitemaps it has.</summary>
    public int Entries => Sitemap?.Entries.Count ?? 0;

    /// <summary>Looks at what a visit brought.</summary>
    public static SitemapLook At(string url, Visit visit, DateTimeOffset now)
    {
        if (visit is not { Error: null, Fetched: { } fetched })
            return Nothing;
        var options = new SitemapOptions { BaseUrl = visit.Base, ContentType = fetched.ContentType, Now = now, MaxEntries = 2000 };
        var sitemap = SitemapDocument.Read(fetched.Body, options);
        var isMarkup = IsSitemap(sitemap, fetched.Body);
        return !isMarkup ? Nothing
            : sitemap.Kind == SitemapKind.Index || IndexChoice.HoldsNews(sitemap, now) ? new(sitemap, Of(url, sitemap))
            : new(sitemap, null);
    }

    // A page of text whose lines begin with addresses is not a sitemap of news: those have no dates.
    private static bool IsSitemap(ParsedSitemap sitemap, ReadOnlyMemory<byte> body) =>
        sitemap.Kind != SitemapKind.None && sitemap.Entries.Count > 0 && body.Length > 0;

    private static FoundFeed Of(string url, ParsedSitemap sitemap) => new(url)
    {
        Kind = FoundKind.Sitemap,
        Title = sitemap.Publication,
        Language = sitemap.Entries.Select(entry => entry.Language).FirstOrDefault(language => language is not null),
        Items = sitemap.Kind == SitemapKind.Index ? 0 : sitemap.Entries.Count,
        Newest = sitemap.Kind == SitemapKind.Index ? [] : [.. sitemap.Entries.OrderByDescending(e => (e.Published ?? e.Modified)?.Instant)
            .Take(Shown).Select(e => new PreviewItem(e.Title, e.Url, (e.Published ?? e.Modified)?.Instant))],
    };
}
