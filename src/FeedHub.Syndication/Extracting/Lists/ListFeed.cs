using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>The entries of a list page as the items of a feed.</summary>
public static class ListFeed
{
    /// <summary>The feed.</summary>
    /// <param name="page">The page.</param>
    /// <param name="entries">What was taken from it.</param>
    public static ParsedFeed Of(ListPage page, IReadOnlyList<ListEntry> entries) => new()
    {
        Format = FeedFormat.Page,
        Title = page.Title,
        Language = page.Language,
        Link = page.Address.AbsoluteUri,
        Items = [.. entries.Select(Item)],
    };

    private static ParsedItem Item(ListEntry entry) => new()
    {
        Title = entry.Title,
        Url = entry.Url,
        Published = entry.Date?.Instant,
        IsDateVague = entry.Date is not { IsDay: false, IsReckoned: false },
        SummaryHtml = entry.Summary is { } summary ? System.Net.WebUtility.HtmlEncode(summary) : null,
        Image = entry.Image is { } image ? new Picture(image) : null,
        BaseUrl = new(entry.Url),
    };
}
