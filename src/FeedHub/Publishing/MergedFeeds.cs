using System.Collections.Concurrent;
using FeedHub.Syndication.Writing;
using Microsoft.Extensions.Caching.Memory;

namespace FeedHub.Publishing;

/// <summary>A format of the merged feed.</summary>
/// <param name="Path">Its address.</param>
/// <param name="MediaType">Its media type with charset.</param>
/// <param name="Write">Writes it.</param>
public sealed record FeedOutput(string Path, string MediaType, Func<MergedFeed, byte[]> Write)
{
    /// <summary>The three formats.</summary>
    public static readonly IReadOnlyList<FeedOutput> All =
    [
        new("/feed.rss", "application/rss+xml; charset=utf-8", RssWriter.Write),
        new("/feed.atom", "application/atom+xml; charset=utf-8", AtomWriter.Write),
        new("/feed.json", "application/feed+json; charset=utf-8", JsonFeedWriter.Write),
    ];
}

/// <summary>The merged feed, rendered once per filter and format and kept until stories change.</summary>
public sealed class MergedFeeds(StoryQueries queries, MergedEntries entries, FeedTitles titles, StoryChanges changes) : IDisposable
{
    private const long MaxCachedBytes = 64 * 1024 * 1024;

    private readonly MemoryCache _rendered = new(new MemoryCacheOptions { SizeLimit = MaxCachedBytes });
    private readonly ConcurrentDictionary<(string Base, string Path, string Query), Task<RenderedFeed>> _underWay = new();

    /// <summary>The document, from memory if nothing changed since it was rendered.</summary>
    public async Task<RenderedFeed> GetAsync(StoryFilter filter, FeedOutput output, string baseUrl)
    {
        var key = (baseUrl, output.Path, filter.Query);
        if (_rendered.Get<RenderedFeed>(key) is { } known && known.Version == changes.Version)
            return known;

        // Readers who ask for the same at once wait for one rendering; it goes on even if the first of them leaves.
        try
        {
            return await _underWay.GetOrAdd(key, _ => Task.Run(() => RenderAsync(filter, output, baseUrl)));
        }
        finally
        {
            _underWay.TryRemove(key, out _);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _rendered.Dispose();

    private async Task<RenderedFeed> RenderAsync(StoryFilter filter, FeedOutput output, string baseUrl)
    {
        var version = changes.Version;
        var page = await queries.PageAsync(filter, CancellationToken.None);
        var feed = new MergedFeed
        {
            Title = titles.TitleOf(filter),
            Description = titles.Description,
            BaseUrl = baseUrl,
            PagePath = "/" + (filter with { Before = null, Limit = StoryFilter.DefaultLimit }).Query,
            Query = filter.Query,
            NextQuery = page.Next is { } next ? filter.QueryBefore(next) : null,
            Updated = page.Stories.Select(s => s.UpdatedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
            Entries = [.. page.Stories.Select(story => entries.Of(story, baseUrl))],
        };
        var rendered = new RenderedFeed(output.Write(feed), output.MediaType, page.Stories.Select(s => s.ChangedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(), version);
        return _rendered.Set((baseUrl, output.Path, filter.Query), rendered, new MemoryCacheEntryOptions { Size = rendered.Size });
    }
}
