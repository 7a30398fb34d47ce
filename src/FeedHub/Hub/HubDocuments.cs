using System.Collections.Concurrent;
using FeedHub.Model.Hub;
using FeedHub.Model.Stories;
using FeedHub.Publishing;
using FeedHub.Publishing.Selection;
using FeedHub.Storage.Statements.Stories;
using Microsoft.Extensions.Caching.Memory;

namespace FeedHub.Hub;

/// <summary>What is pushed.</summary>
/// <param name="Document">What is new or changed; null: there is nothing.</param>
/// <param name="Until">How far one is told who gets it.</param>
/// <param name="IsAll">False if more follows.</param>
internal sealed record HubDocument(RenderedFeed? Document, StoryMark Until, bool IsAll);

/// <summary>
/// The documents that are pushed: what of a topic is new or changed since its subscriber was told. Made once for all who were told the
/// same, which is nearly everybody.
/// </summary>
internal sealed class HubDocuments(FeedNews news, MergedFeeds feeds, StoryChanges changes) : IDisposable
{
    private const long MaxKeptBytes = 32 * 1024 * 1024;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MaxKeptBytes });
    private readonly ConcurrentDictionary<Key, Task<HubDocument>> _underWay = new();

    /// <summary>The document for this subscriber of the topic.</summary>
    public async Task<HubDocument> ForAsync(HubTopic topic, HubSubscriber subscriber)
    {
        var told = new StoryMark(subscriber.ToldChange, subscriber.ToldUntil.ToUnixTimeMilliseconds());
        var key = new Key(subscriber.BaseUrl, topic.Path, told, changes.Version);
        if (_kept.Get<HubDocument>(key) is { } known)
            return known;
        try
        {
            return await _underWay.GetOrAdd(key, _ => Task.Run(() => MakeAsync(topic, key)));
        }
        finally
        {
            _underWay.TryRemove(key, out _);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _kept.Dispose();

    private async Task<HubDocument> MakeAsync(HubTopic topic, Key key)
    {
        var made = await RenderAsync(topic, await news.SinceAsync(topic.Filter, key.Told, CancellationToken.None), key);
        var kept = new MemoryCacheEntryOptions { Size = 200 + (made.Document?.Size ?? 0), AbsoluteExpirationRelativeToNow = KeptFor };
        return _kept.Set(key, made, kept);
    }

    private async Task<HubDocument> RenderAsync(HubTopic topic, NewsOfFeed found, Key key)
    {
        if (found.Stories.Count == 0)
            return new(null, found.Until, found.IsAll);
        var document = await feeds.OfAsync(PageOf(found.Stories), topic.Filter, topic.Output, key.BaseUrl);
        var half = FeedNews.First(found, Math.Max(1, found.Stories.Count / 2), key.Told);
        return document.Identity.Length > MergedFeeds.MaxUnlimitedBytes && half.Stories.Count < found.Stories.Count
            ? await RenderAsync(topic, half, key)
            : new(document, found.Until, found.IsAll);
    }

    private static ChosenPage PageOf(IEnumerable<ChangedStory> stories) =>
        new([.. stories.Select(story => story.Place).OrderDescending()], null);

    private sealed record Key(string BaseUrl, string Topic, StoryMark Told, long Version);
}
