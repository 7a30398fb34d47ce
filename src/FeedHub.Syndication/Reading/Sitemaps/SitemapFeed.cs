namespace FeedHub.Syndication.Reading.Sitemaps;

/// <summary>The entries of a sitemap as the items of a feed.</summary>
public static class SitemapFeed
{
    // Google's limit for a sitemap of news; an archive without dates tells nothing of what is new in it.
    private const int MostUndated = 1000;

    /// <summary>True if it lists pages of which nothing says when they are from, and more than news ever are.</summary>
    public static bool IsArchive(ParsedSitemap sitemap) =>
        sitemap.Entries.Count(IsUndated) > MostUndated;

    /// <summary>The feed; of an archive only what has a date or is news.</summary>
    public static ParsedFeed Of(ParsedSitemap sitemap, Uri address)
    {
        var isArchive = IsArchive(sitemap);
        return new()
        {
            Format = FeedFormat.Sitemap,
            Title = sitemap.Publication,
            Language = LanguageTags.Normalise(sitemap.Entries.Select(entry => entry.Language).FirstOrDefault(tag => tag is not null)),
            Link = new Uri(address, "/").AbsoluteUri,
            IsCut = sitemap.IsCut,
            Items = [.. sitemap.Entries.Where(entry => !isArchive || !IsUndated(entry)).Select(Item)],
        };
    }

    private static bool IsUndated(SitemapEntry entry) => entry is { IsNews: false, Published: null, Modified: null };

    private static ParsedItem Item(SitemapEntry entry) => new()
    {
        Title = entry.Title is { } title ? Bounds.Cut(title) : null,
        Url = entry.Url,
        Published = entry.Published?.Instant,
        Updated = entry.Modified?.Instant,
        IsDateVague = entry.Published is not { IsDay: false },
        Categories = entry.Keywords,
        Language = LanguageTags.Normalise(entry.Language),
        Image = entry.Image is { } image ? new Picture(image) : null,
        BaseUrl = new(entry.Url),
    };
}
