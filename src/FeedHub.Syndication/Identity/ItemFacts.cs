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

    /// <summary>The guid where it is not just the link once more: then it says nothing that the link does not say.</summary>
    public string? OwnGuid => Guid is null || (Link is not null && (Guid == Item.Page || CanonicalUrl.Of(Guid) == Link)) ? null : Guid;

    /// <summary>Content and summary as published, or null where there is neither.</summary>
    public string? Text => Trimmed(Item.ContentHtml + Item.SummaryHtml);

    /// <summary>This item with what a repeat of it has and it has not; the text too where the repeat's is far longer under the same
    /// title.</summary>
    public ItemFacts FilledFrom(ItemFacts repeat)
    {
        var (own, other) = (Text?.Length ?? 0, repeat.Text?.Length ?? 0);
        var isFuller = own == 0 ? other > 0 : Title == repeat.Title && other > 2 * own;
        return isFuller
            ? Of(
                Filled(repeat.Item) with
                {
                    ContentHtml = repeat.Item.ContentHtml,
                    SummaryHtml = repeat.Item.SummaryHtml,
                    BaseUrl = repeat.Item.BaseUrl
                })
            : Lacks(repeat.Item) ? Of(Filled(repeat.Item))
            : this;
    }

    public static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Everything the item holds, as one text.</summary>
    public string Whole() => string.Join('\n', [
        Guid, Item.Page, Title, Seconds?.ToString(CultureInfo.InvariantCulture),
        Item.SummaryHtml, Item.ContentHtml, Item.Image?.Url, .. Item.Enclosures.Select(e => e.Url),
        .. Item.Enclosures.Select(e => e.Title).OfType<string>()]);

    private bool Lacks(ParsedItem repeat) =>
        (Title is null && repeat.Title is not null) || (Seconds is null && repeat.Published is not null)
        || (Item.Image is null && repeat.Image is not null) || (Item.Enclosures.Count == 0 && repeat.Enclosures.Count > 0);

    private ParsedItem Filled(ParsedItem repeat) => Item with
    {
        Title = Title is null ? repeat.Title : Item.Title,
        Published = Item.Published ?? repeat.Published,
        Image = Item.Image ?? repeat.Image,
        Enclosures = Item.Enclosures.Count > 0 ? Item.Enclosures : repeat.Enclosures,
    };

    private static string Fragment(string url)
    {
        var start = url.IndexOf('#', StringComparison.Ordinal);
        return start < 0 ? "" : url[start..];
    }
}
