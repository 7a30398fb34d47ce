using System.Text;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Syndication;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Writing;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace FeedHub.Publishing;

/// <summary>What of an item's text is republished: sanitised, and no more than its source's policy allows.</summary>
/// <param name="ContentHtml">Sanitised, or null.</param>
/// <param name="Summary">Plain text, or null.</param>
public sealed record RepublishedText(string? ContentHtml, string? Summary);

/// <summary>Sanitises items when they are shown. The cache is bounded: only the newest stories are asked for often.</summary>
public sealed class EntryTexts(IOptions<FeedHubOptions> options) : IDisposable
{
    private const int MaxSummary = 300;

    // Completing relative addresses may make a text this much longer, or by as many characters as a small one may.
    private const int MaxGrowth = 4;
    private const int MaxSmallGrowth = 64 * 1024;

    private const long MaxCachedCharacters = 32 * 1024 * 1024;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MaxCachedCharacters });

    /// <summary>The text to show, with <see cref="Item.Source"/> loaded.</summary>
    public RepublishedText Of(Item item)
    {
        var key = (item.Id, item.ContentHash, item.Source.Declared.Content, item.Source.Feed.Furniture?.Length);
        if (_cache.Get<RepublishedText>(key) is { } known)
            return known;
        var text = Make(item);
        return _cache.Set(
            key,
            text,
            new MemoryCacheEntryOptions { Size = 100 + (text.ContentHtml?.Length ?? 0) + (text.Summary?.Length ?? 0) });
    }

    /// <summary>The summary alone; of the item's texts the beginnings are enough.</summary>
    public string? SummaryOf(Item item)
    {
        var key = ("summary", item.Id, item.ContentHash, item.Source.Declared.Content, item.Source.Feed.Furniture?.Length);
        return _cache.TryGetValue<string?>(key, out var known)
            ? known
            : _cache.Set(key, Summary(item), new MemoryCacheEntryOptions { Size = 100 + MaxSummary });
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    private RepublishedText Make(Item item) =>
        new(item.Source.Declared.Republished is ContentPolicy.Full or ContentPolicy.Article ? Content(item) : null, Summary(item));

    private static string? Summary(Item item)
    {
        if (item.Source.Declared.Content == ContentPolicy.Link)
            return null;
        var read = new ParsedItem
        {
            Title = item.Title,
            ContentHtml = item.SummaryHtml ?? item.ContentHtml,
            Repeated = RepeatedSentences.FromBytes(item.Source.Feed.Furniture)
        };
        var text = ItemText.TextOf(read, TimeZoneInfo.Utc, item.FirstSeenAt);
        return text.Length == 0 ? null : HtmlText.Shorten(text, MaxSummary);
    }

    private string? Content(Item item)
    {
        if ((item.ContentHtml ?? item.SummaryHtml) is not { } html)
            return null;
        var safe = Bounded(HtmlText.Sanitise(html, BaseOf(item, html)));
        return string.IsNullOrWhiteSpace(safe) ? null : safe;
    }

    // An item's own address goes out as published; one that is the source's may hold a secret, which links on the page must not tell.
    // Forty thousand pictures named by a letter each, on a page whose address has two thousand: such addresses stay incomplete, and go.
    private static Uri? BaseOf(Item item, string html)
    {
        var address = item.BaseUrl is null && item.Url is { } own
            ? own
            : ShownAddress.Of(item.BaseUrl ?? item.Source.Feed.Link ?? item.Source.Url);
        if (!SourceUrl.TryParse(address, out var url))
            return null;
        var growth = (long)html.AsSpan().Count('<') * url.AbsoluteUri.Length;
        return growth > Math.Max(MaxSmallGrowth, (long)MaxGrowth * html.Length) ? null : url;
    }

    // Writing references out makes a text longer than it was stored. What a cut leaves open is closed again by sanitising.
    private string Bounded(string safe)
    {
        var most = options.Value.Polling.MaxBytes;
        return Encoding.UTF8.GetByteCount(safe) <= most ? safe : HtmlText.Sanitise(Bounds.Markup(safe, most - (most / 8)), null);
    }
}
