using FeedHub.Storage.Statements.Articles;
using FeedHub.Syndication;
using FeedHub.Syndication.Extracting;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reading;

namespace FeedHub.Ingesting;

/// <summary>An item with what its page tells. What its feed says of it stays; the page adds what is missing.</summary>
internal static class ArticleText
{
    // A page may carry a list of all that its site writes about.
    private const int MostCategories = 50;

    /// <summary>True if the page has more of the text than the feed.</summary>
    public static bool IsMore(Article article, ParsedItem item) =>
        article.Text is { } text && text.Length > HtmlText.ToPlainText(item.ContentHtml ?? item.SummaryHtml ?? "").Length;

    /// <summary>The item with what the article on its page tells.</summary>
    /// <param name="identified">As its feed gave it.</param>
    /// <param name="article">From its page.</param>
    /// <param name="address">Where that was found, after redirects.</param>
    /// <param name="zone">Zone of a day without one.</param>
    public static IdentifiedItem With(IdentifiedItem identified, Article article, Uri address, TimeZoneInfo zone)
    {
        var item = identified.Item;
        var more = item with
        {
            Title = item.Title ?? article.Title,
            Authors = item.Authors.Count > 0 ? item.Authors : article.Authors,
            Published = item.Published ?? InstantOf(article.Published, zone),
            Updated = item.Updated ?? InstantOf(article.Modified, zone),
            Categories = CategoriesOf(item, article),
            Language = item.Language ?? article.Language,
            Image = item.Image ?? (article.Picture is { } picture ? new(picture) : null),
        };
        return Named(identified, article, address) with { Item = IsMore(article, item) ? WithText(more, article, address) : more };
    }

    /// <summary>A known item whose feed says something else now, with what it had from its page.</summary>
    public static IdentifiedItem Kept(IdentifiedItem identified, StoredArticle stored)
    {
        var item = identified.Item;
        return identified with
        {
            Item = item with
            {
                Title = item.Title ?? stored.Title,
                Authors = item.Authors.Count > 0 ? item.Authors : stored.Authors,
                Categories = [.. item.Categories.Union(stored.Categories, StringComparer.OrdinalIgnoreCase)],
                SummaryHtml = item.SummaryHtml ?? item.ContentHtml,
                ContentHtml = stored.ContentHtml,
                BaseUrl = Uri.TryCreate(stored.BaseUrl, UriKind.Absolute, out var address) ? address : item.BaseUrl,
                Image = item.Image ?? stored.Image,
            },
        };
    }

    private static ParsedItem WithText(ParsedItem item, Article article, Uri address) => item with
    {
        SummaryHtml = item.SummaryHtml ?? item.ContentHtml,
        ContentHtml = article.Html,
        BaseUrl = address,
    };

    private static IReadOnlyList<string> CategoriesOf(ParsedItem item, Article article) =>
    [
        .. item.Categories.Concat([.. article.Section is { } section ? [section] : Array.Empty<string>(), .. article.Keywords])
            .Where(category => !string.IsNullOrWhiteSpace(category)).Select(category => Bounds.Cut(category))
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(Math.Max(MostCategories, item.Categories.Count)),
    ];

    // Pages name wrong addresses as their own, most of all their site's first page; one of the same name at the same site is believed.
    private static IdentifiedItem Named(IdentifiedItem identified, Article article, Uri address) =>
        article.Canonical is { } named && Uri.TryCreate(named, UriKind.Absolute, out var canonical) && Site.Same(named, address.AbsoluteUri)
        && NameOf(canonical) is { Length: > 0 } name && name == NameOf(address) && CanonicalUrl.Named(named, address.AbsoluteUri) is { } own
            ? identified with { CanonicalUrl = own, Keys = [.. identified.Keys, ItemKey.OfPage(own)] }
            : identified;

    private static string NameOf(Uri address) => address.Segments[^1].Trim('/').ToLowerInvariant() is var name
        && name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name;

    private static DateTimeOffset? InstantOf(ArticleDate? date, TimeZoneInfo zone)
    {
        if (date is null || date.Instant is not null)
            return date?.Instant;
        var midnight = date.Day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, zone.GetUtcOffset(midnight));
    }
}
