using FeedHub.Ingesting;
using FeedHub.Sources;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Writing;
using Microsoft.Extensions.Caching.Memory;

namespace FeedHub.Publishing;

/// <summary>What of an item's text is republished: sanitised, and no more than its source's policy allows.</summary>
/// <param name="ContentHtml">Sanitised, or null.</param>
/// <param name="Summary">Plain text, or null.</param>
public sealed record RepublishedText(string? ContentHtml, string? Summary);

/// <summary>Sanitises items when they are shown. The cache is bounded: only the newest stories are asked for often.</summary>
public sealed class EntryTexts : IDisposable
{
    private const int MaxSummary = 300;
    private const long MaxCachedCharacters = 32 * 1024 * 1024;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MaxCachedCharacters });

    /// <summary>The text to show, with <see cref="Item.Source"/> loaded.</summary>
    public RepublishedText Of(Item item)
    {
        var key = (item.Id, item.ContentHash, item.Source.Content, item.Source.Furniture?.Length);
        if (_cache.Get<RepublishedText>(key) is { } known)
            return known;
        var text = Make(item);
        return _cache.Set(key, text, new MemoryCacheEntryOptions { Size = 100 + (text.ContentHtml?.Length ?? 0) + (text.Summary?.Length ?? 0) });
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    private static RepublishedText Make(Item item)
    {
        if (item.Source.Content == ContentPolicy.Link)
            return new(null, null);
        var read = new ParsedItem { Title = item.Title, ContentHtml = item.SummaryHtml ?? item.ContentHtml, Repeated = RepeatedSentences.FromBytes(item.Source.Furniture) };
        var text = ItemText.Of(read, TimeZoneInfo.Utc, item.FirstSeenAt).Text;
        var summary = text.Length == 0 ? null : HtmlText.Shorten(text, MaxSummary);
        return new(item.Source.Content == ContentPolicy.Full ? Content(item) : null, summary);
    }

    private static string? Content(Item item)
    {
        if ((item.ContentHtml ?? item.SummaryHtml) is not { } html)
            return null;
        var safe = HtmlText.Sanitise(html, BaseOf(item));
        return string.IsNullOrWhiteSpace(safe) ? null : safe;
    }

    // An item's own address goes out as published; one that is the source's may hold a secret, which links on the page must not tell.
    private static Uri? BaseOf(Item item)
    {
        var address = item.BaseUrl is null && item.Url is { } own ? own : ShownAddress.Of(item.BaseUrl ?? item.Source.Link ?? item.Source.Url);
        return Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
    }
}
