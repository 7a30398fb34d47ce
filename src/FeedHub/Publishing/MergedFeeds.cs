using System.Collections.Concurrent;
using FeedHub.Model.Stories;
using FeedHub.Publishing.Selection;
using FeedHub.Sources;
using FeedHub.Syndication.Writing;
using Microsoft.Extensions.Caching.Memory;

namespace FeedHub.Publishing;

/// <summary>
/// The merged feed, rendered once per filter and format. When stories change, a document is asked what it would show now, which
/// costs a small part of rendering, and kept if that is what it shows.
/// </summary>
public sealed class MergedFeeds(
    StoryQueries queries, PageDigests digests, MergedEntries entries, FeedTitles titles, StoryChanges changes, TopStories top,
    TimeProvider time) : IDisposable
{
    private const long MaxCachedBytes = 64 * 1024 * 1024;
    private const int MaxRemembered = 500;

    /// <summary>Most bytes of a document that nobody gave a limit.</summary>
    internal const int MaxUnlimitedBytes = 5_000_000;

    private readonly MemoryCache _rendered = new(new MemoryCacheOptions { SizeLimit = MaxCachedBytes });
    private readonly ConcurrentDictionary<Key, Task<RenderedFeed>> _underWay = new();

    /// <summary>The document, from memory if nothing that it shows changed since it was rendered.</summary>
    public async ValueTask<RenderedFeed> GetAsync(StoryFilter filter, FeedOutput output, string baseUrl)
    {
        var key = new Key(baseUrl, output.PathOf(filter), filter.Query);
        if (_rendered.Get<Kept>(key) is { } known && IsPresent(known))
            return known.Document;

        // Readers who ask for the same at once wait for one rendering; it goes on even if the first of them leaves.
        try
        {
            return await _underWay.GetOrAdd(key, _ => Task.Run(() => RenewAsync(key, filter, output)));
        }
        finally
        {
            _underWay.TryRemove(key, out _);
        }
    }

    /// <summary>The document that was last sent for this very address, if nothing changed since; null: ask with
    /// <see cref="GetAsync"/>.</summary>
    public RenderedFeed? Known(string baseUrl, string path, string query, out string topic)
    {
        var known = _rendered.Get<Asked>(new Key(baseUrl, path, "raw" + query));
        topic = known?.Topic ?? "";
        return known is not null && IsPresent(known.Kept) ? known.Kept.Document : null;
    }

    /// <summary>Remembers which document an address has in the spelling that it was asked for in.</summary>
    /// <param name="baseUrl">Base of FeedHub's addresses.</param>
    /// <param name="output">The format.</param>
    /// <param name="filter">What the query means.</param>
    /// <param name="query">As it stands in the request.</param>
    public void Remember(string baseUrl, FeedOutput output, StoryFilter filter, string query)
    {
        if (query.Length <= MaxRemembered && _rendered.Get<Kept>(new Key(baseUrl, output.PathOf(filter), filter.Query)) is { } kept)
            _rendered.Set(
                new Key(baseUrl, output.PathOf(filter), "raw" + query),
                new Asked(kept, output.PathOf(filter) + filter.Query),
                new MemoryCacheEntryOptions { Size = 500 + (4 * query.Length) });
    }

    /// <summary>A document of these stories alone, under the feed's address; bounded as a feed without a limit is.</summary>
    public Task<RenderedFeed> OfAsync(ChosenPage stories, StoryFilter filter, FeedOutput output, string baseUrl) =>
        RenderAsync(stories, filter, output, new(baseUrl, output.PathOf(filter), filter.Query), filter with { Given = null });

    /// <inheritdoc/>
    public void Dispose() => _rendered.Dispose();

    private bool IsPresent(Kept known) => known.Version == changes.Version && (known.Until is null || time.GetUtcNow() < known.Until);

    // What is on top is another from quarter to quarter, and stands in between even if stories come; what was taken away goes at once.
    private async Task<string> DigestOfAsync(ChosenPage chosen, StoryFilter filter)
    {
        var removed = filter.IsGrouped ? $"{(await queries.LastRemovalAsync())?.UtcTicks}" : "";
        var shown = filter.ByTop
            ? $"{chosen.Next} {chosen.Places.FirstOrDefault().SortAt}"
            : await digests.OfAsync(chosen, CancellationToken.None);
        return $"{shown} {removed} {filter.Scope?.Feed.ChangedAt.UtcTicks}";
    }

    private async Task<RenderedFeed> RenewAsync(Key key, StoryFilter filter, FeedOutput output)
    {
        var version = changes.Version;
        DateTimeOffset? until = filter.ByTop ? top.Next : null;
        var chosen = await queries.ChooseForFeedAsync(filter, CancellationToken.None);
        var digest = await DigestOfAsync(chosen, filter);
        var known = _rendered.Get<Kept>(key);
        if (known?.Digest == digest)
        {
            known.Version = version;
            known.Until = until;
            return known.Document;
        }

        var document = await RenderAsync(chosen, filter, output, key);
        while (filter is { Given: null, ByTop: false } && document.Identity.Length > MaxUnlimitedBytes
            && chosen.Places.Count > StoryFilter.DefaultLimit)
        {
            var fewer = Math.Max(StoryFilter.DefaultLimit, chosen.Places.Count / 2);
            chosen = Fairness.Ended(chosen, filter.Before?.Shown ?? [], fewer);
            document = await RenderAsync(chosen, filter, output, key);
        }

        var kept = known?.Document.Follow(document) ?? document;
        _rendered.Set(key, new Kept(kept, digest) { Version = version, Until = until }, new MemoryCacheEntryOptions { Size = kept.Size });
        return kept;
    }

    private async Task<RenderedFeed> RenderAsync(
        ChosenPage chosen, StoryFilter filter, FeedOutput output, Key key, StoryFilter? bounds = null)
    {
        var baseUrl = key.BaseUrl;
        var page = await queries.LoadAsync(chosen, bounds ?? filter, CancellationToken.None);
        var feed = new MergedFeed
        {
            Title = titles.TitleOf(filter),
            Description = titles.DescriptionOf(filter),
            BaseUrl = baseUrl,
            FeedPath = filter.FeedPath,
            PagePath = filter.PagePath + (filter with { Before = null, Given = null }).Query,
            Query = filter.Query,
            NextQuery = page.Next is { } next ? filter.QueryBefore(next) : null,
            HubUrl = baseUrl + LinkHeader.HubPath,
            IsDatedByArrival = filter.DatesFound,
            Updated = await UpdatedAsync(page, filter, key),
            Entries = [.. page.Stories.Select(
                story => AsAsked.Of(
                    entries.Of(story, baseUrl, page.Brief.Contains(story.Id), page.Others.GetValueOrDefault(story.Id)), story, filter))],
        };
        var changed = page.Stories
            .SelectMany(s => s.Items.Select(i => i.Source.ChangedAt).Append(s.ChangedAt).Append(s.Coverage?.ChangedAt ?? s.ChangedAt))
            .Append(filter.Scope?.Feed.ChangedAt ?? DateTimeOffset.UnixEpoch)
            .Max();
        return new(output.Write(feed), output.ContentType, changed) { Updated = feed.Updated };
    }

    // By what came, not by the dates that it has; never earlier than what was sent before (RFC 4287 4.2.15).
    private async Task<DateTimeOffset> UpdatedAsync(StoryBatch page, StoryFilter filter, Key key)
    {
        var removed = filter.Before is null ? await queries.LastRemovalAsync() : null;
        return page.Stories.SelectMany(s => (DateTimeOffset[])[s.FirstSeenAt, s.SortAt, s.UpdatedAt])
            .Append(page.Stories.Count > 0 ? removed ?? DateTimeOffset.UnixEpoch : DateTimeOffset.UnixEpoch)
            .Append(_rendered.Get<Kept>(key)?.Document.Updated ?? DateTimeOffset.UnixEpoch)
            .Max();
    }

    private sealed record Key(string BaseUrl, string Path, string Query);

    private sealed record Asked(Kept Kept, string Topic);

    private sealed class Kept(RenderedFeed document, string digest)
    {
        private long _version;
        private long _until;

        public RenderedFeed Document => document;

        public string Digest => digest;

        /// <summary>When it is another by the clock alone; null: never.</summary>
        public DateTimeOffset? Until
        {
            get => Interlocked.Read(ref _until) is not 0 and var ticks ? new(ticks, TimeSpan.Zero) : null;
            set => Interlocked.Exchange(ref _until, value?.UtcTicks ?? 0);
        }

        /// <summary>The last version of the stories that it was compared with.</summary>
        public long Version
        {
            get => Interlocked.Read(ref _version);
            set => Interlocked.Exchange(ref _version, value);
        }
    }
}
