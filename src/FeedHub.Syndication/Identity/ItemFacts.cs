using System.Globalization;
using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Identity;

/// <summary>What identity asks of an item, in the forms it is compared in.</summary>
/// <param name="Item">The item as read.</param>
/// <param name="Guid">The guid without white space around it, or null.</param>
/// <param name="Link">The canonical address, or null.</param>
/// <param name="Title">The normalised title, or null.</param>
/// <param name="Seconds">Publication in Unix seconds, or null.</param>
internal sealed record ItemFacts(ParsedItem Item, string? Guid, string? Link, string? Title, long? Seconds)
{
    public static ItemFacts Of(ParsedItem item) => new(
        item,
        Trimmed(item.Id),
        CanonicalUrl.Of(item.Page),
        TitleText.Normalise(item.Title),
        item.Published?.ToUnixTimeSeconds());

    /// <summary>The canonical address with its fragment: weblogs of one page give each entry its own anchor.</summary>
    public string? Place => Link is null ? null : Link + Fragment(Item.Page!);

    public static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Everything the item holds, as one text.</summary>
    public string Whole() => string.Join('\n', [
        Guid, Item.Page, Title, Seconds?.ToString(CultureInfo.InvariantCulture),
        Item.SummaryHtml, Item.ContentHtml, Item.Image?.Url, .. Item.Enclosures.Select(e => e.Url)]);

    private static string Fragment(string url)
    {
        var start = url.IndexOf('#', StringComparison.Ordinal);
        return start < 0 ? "" : url[start..];
    }
}
