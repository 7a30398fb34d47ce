using FeedHub.Model.Articles;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Articles;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Ingesting;

/// <summary>
/// Which items of a source wait for the article on their page (docs/notes/article-pages.md). Inside the writer's transaction; the pages
/// themselves are read later.
/// </summary>
internal sealed class WantedArticles(WriteSession session, Source source, DateTimeOffset now, TimeSpan window)
{
    /// <summary>The longest that an item waits for its text before it goes out without.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    // A feed may list more than a guest can read: the oldest beyond go out as their feed gives them.
    private const int MostQueued = 500;

    private readonly PageQueue _queue = new(session);
    private readonly ItemArticles _stored = new(session);
    private readonly Lazy<ArticleFigures?> _pages = new(() => PageFigures.Of(session, source.Id));
    private readonly Lazy<bool> _isFollowed = new(() => new IngestedSource(session, source.Id).IsFollowed);
    private bool _hasQueued;

    /// <summary>Holds a new item back until its page is read, where that is wanted; true if it does.</summary>
    public bool Hold(ReadyItem item)
    {
        if (item.Reading.Dropped is not null || !Wants(item))
            return false;
        var rests = _pages.Value?.RestsUntil > now;
        Queue(item, rests ? null : now + LongestWait);
        return !rests;
    }

    /// <summary>True if the item waits already: it came by a push, or its feed says something else of it now.</summary>
    public bool Holds(ReadyItem item) => _queue.IsWaiting(source.Id, item.Identified.Name.Hash);

    /// <summary>A known item whose feed says something else now: with the text that it has from its page, which is read again if what
    /// readers see of the feed is another.</summary>
    public ReadyItem Keep(ReadyItem item, long itemId)
    {
        if (WholeText.Is(item.Reading, item.Identified.Item))
            return item;
        var (stored, queued) = (_stored.Of(itemId), _queue.OfItem(source.Id, itemId));
        if (IsAnother(item, stored, queued) && Wants(item))
            Queue(item, null, queued?.ItemKey);
        return stored is { Article.HasText: true } ? item.With(ArticleText.Kept(item.Identified, stored)) : item;
    }

    /// <summary>Lets what is beyond a source's share of the queue go out as its feed gives it, the oldest.</summary>
    public void Bound()
    {
        if (_hasQueued)
            _queue.Bound(source.Id, MostQueued, now, Reason.Of(ReasonCode.PagesTooMany, MostQueued));
    }

    /// <summary>Hash of what a feed says of an item to readers. Parameters of its address do not count: they may be other ones at each
    /// look.</summary>
    public static long FeedHashOf(ReadyItem item)
    {
        var (address, updated) = (WithoutParameters(item.Identified.Item.Page), item.Identified.Item.Updated?.ToUnixTimeMilliseconds());
        return ItemIdentity.Hash(FormattableString.Invariant($"{item.Reading.TextHash} {address} {updated}"));
    }

    /// <summary>An address up to its parameters.</summary>
    public static string? WithoutParameters(string? address) =>
        address?.IndexOf('?', StringComparison.Ordinal) is > 0 and var end ? address[..end] : address;

    // A page that is still to be read learns what its item is now; one that was refused is asked for again only for what readers see.
    private static bool IsAnother(ReadyItem item, StoredArticle? stored, QueuedPage? queued) => queued is not null
        ? queued.DueAt is not null || StoredJson.Read<HeldItem>(queued.Item).FeedHash != FeedHashOf(item)
        : stored?.Article.FeedHash != FeedHashOf(item);

    private bool Wants(ReadyItem item) =>
        SourceUrl.TryParse(item.Identified.Item.Page, out _) && !WholeText.Is(item.Reading, item.Identified.Item)
        && now - (item.Reading.Published ?? now) <= window && _pages.Value?.HasEnded != true;

    private void Queue(ReadyItem item, DateTimeOffset? waitsUntil, long? key = null)
    {
        var (identified, page) = (item.Identified, item.Identified.Item.Page!);
        _hasQueued = true;
        _queue.Put(new()
        {
            SourceId = source.Id,
            ItemKey = key ?? identified.Name.Hash,
            Url = page,
            Host = SourceUrl.HostOf(page),
            Item = StoredJson.Write(
                new HeldItem(identified.Item, identified.Keys, identified.CanonicalUrl, FeedHashOf(item), !_isFollowed.Value)),
            ContentHash = item.ContentHash,
            SortAt = item.Reading.Published is { } published && published < now ? published : now,
            FoundAt = now,
            WaitsUntil = waitsUntil,
            DueAt = _pages.Value?.RestsUntil is { } rest && rest > now ? rest : now,
        });
    }
}
