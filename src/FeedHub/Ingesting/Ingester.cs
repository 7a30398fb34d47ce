using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Figures;
using FeedHub.Storage.Statements.Habits;
using FeedHub.Storage.Statements.Items;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Identity;

namespace FeedHub.Ingesting;

/// <summary>
/// Takes a prepared document into the store. Runs inside the writer's transaction: what is known is looked up at once for the whole
/// document, and small rows are written at once at its end, since the number of statements is what the writer's time goes by.
/// </summary>
/// <param name="session">The writer's.</param>
/// <param name="live">What new items are matched against.</param>
/// <param name="source">Whose document it is.</param>
/// <param name="now">When it is stored.</param>
/// <param name="window">Items older than this take their place by their date.</param>
/// <param name="early">What of the document was stored before.</param>
/// <param name="articles">Holds items back until their pages are read; null: none is wanted.</param>
/// <param name="isFollowed">Whether items of today arrive now, not by their date; null: as the source's polls say.</param>
internal sealed class Ingester(WriteSession session, LiveStories live, IngestedSource source, DateTimeOffset now,
    TimeSpan window, EarlyPieces early, WantedArticles? articles = null, bool? isFollowed = null)
{
    private readonly StoredItems _items = new(session, source.Id, now);
    private readonly LastingItems _lasting = new(session, source.Id);
    private readonly StoredStories _stories = new(session, live, source, now, window, isFollowed);
    private readonly List<long[]> _listing = [.. early.Listing];
    private readonly HabitLessons _lessons = new(session, now);
    private readonly List<DateTimeOffset> _publishedDates = [.. early.PublishedDates];
    private readonly List<TimeSpan> _delays = [];
    private int _new;
    private int _begun;
    private int _dropped;
    private int _changed;
    private int _merged;
    private int _held;

    /// <summary>The items of the document so far: id and content hash of each.</summary>
    public IReadOnlyList<long[]> Listing => _listing;

    /// <summary>When the items were published that are new, as far as that is past.</summary>
    public IReadOnlyList<DateTimeOffset> PublishedDates => _publishedDates;

    /// <summary>When those items were published that wait for their pages: they are not stored yet.</summary>
    public ICollection<DateTimeOffset> HeldDates { get; } = [];

    /// <summary>How long after their publication the items came that are new, as far as they say when that was.</summary>
    public IReadOnlyList<TimeSpan> Waits => _delays;

    /// <summary>Items that came back under other guids and links, and were recognised by their titles.</summary>
    public int Renamed => early.Renamed + _items.Renamed;

    /// <summary>Stores what is new, updates what changed.</summary>
    /// <param name="document">What was read.</param>
    /// <param name="whole">False if the answer broke off: then the document does not say what is no longer listed.</param>
    public IngestResult Ingest(ReadyDocument document, bool whole)
    {
        live.Trim(now);
        Load(document, isWhole: true);

        // Oldest first, so that ids rise with time also inside one document.
        foreach (var (item, known) in document.Backwards())
            _listing.Add(known ?? [Ingest(item!), item!.ContentHash]);
        _items.Flush();
        _stories.Flush();
        _lessons.Flush();
        articles?.Bound();
        if (whole)
            source.List(_listing, document.Last);
        if (_new > 0)
        {
            source.Add(_new, _stories.Joined);
            Count();
        }

        _stories.RenewDropped();
        return new(_new + _held, _changed, _merged);
    }

    /// <summary>Stores an item whose page was read, or that has waited long enough for it: new, or in its place. Returns its id; 0 for
    /// one that was purged or erased.</summary>
    public long Complete(ReadyItem item, IdentityPolicy policy)
    {
        live.Trim(now);
        Load(new ReadyDocument([item], policy, null), isWhole: false);
        var known = _items.Find(item).Item;
        var id = known is not null ? Renew(item, known) : Ingest(item);
        _items.Flush();
        _stories.Flush();
        _lessons.Flush();
        if (_new > 0)
        {
            source.Add(_new, _stories.Joined);
            Count();
        }

        _stories.RenewDropped();
        if (known is not null && known.TextHash != item.Reading.TextHash)
            new LateMatch(session, live, source.Id, now).Run(item, known.StoryId, SortAt(item));
        return id;
    }

    // What is known is asked for at once, before the first answer is waited for. Of items that have other names now, former addresses may
    // lead nowhere since.
    private void Load(ReadyDocument document, bool isWhole)
    {
        if (document.Items.Count == 0)
            return;
        source.Ask();
        _lasting.Ask();
        _stories.Ask(document);
        _items.Load(document, isWhole);
        if (_items.Renamed > 0)
            _stories.Ask(document);
    }

    // What a source lists at its first poll says nothing of how long its items wait to be read.
    private void Count()
    {
        var isFollowed = _delays.Count > 0 && source.IsFollowed;
        var delays = isFollowed
            ? _delays.Select(Delays.ClassOf).OfType<string>().CountBy(name => name).Select(c => (c.Key, (long)c.Value))
            : [];
        HourlyCounts.Add(session, now, [(HourlyCounts.Items, _new), (HourlyCounts.Stories, _begun), .. delays]);
        if (_dropped > 0)
            HourlyCounts.Add(session, now, (HourlyCounts.Dropped, _dropped));
    }

    // The item's id; 0 for one that was purged or erased, or waits.
    private long Ingest(ReadyItem item)
    {
        switch (_items.Find(item))
        {
            case { Purged: true }:
                return 0;
            case { Item: { } known, ByPath: var byPath }:
                Update(item, known, byPath);
                return known.Id;
            default:
                return _lasting.IsErased(item) || IsHeld(item) ? 0 : Add(item);
        }
    }

    // It is news of its source now, though it goes out later.
    private bool IsHeld(ReadyItem item)
    {
        if (articles is null)
            return false;
        var isKnown = articles.Holds(item);
        if (!articles.Hold(item))
            return false;
        if (isKnown)
            return true;
        HeldDates.Add(SortAt(item));
        Came(item);
        _held++;
        return true;
    }

    private void Came(ReadyItem item)
    {
        _publishedDates.Add(SortAt(item));
        if (item.Identified.Item.Published is { } stated)
            _delays.Add(now - stated);
    }

    private DateTimeOffset SortAt(ReadyItem item) =>
        item.Reading.Published is { } published && published < now ? published : now;

    private long Add(ReadyItem item)
    {
        var sortAt = SortAt(item);
        var itemId = _items.NextId();
        var place = _stories.JoinOrBegin(item, itemId, sortAt, _lasting.HiddenWith(item), _lasting.EntryOf(item, now));
        _items.Insert(item, itemId, sortAt, place);
        _stories.Settle(place, item, itemId, sortAt);
        _lessons.Add(source.Id, item.Reading.Lessons);
        Came(item);
        _new++;
        if (place.Why is not null)
            _merged++;
        else if (item.Reading.Dropped is null)
            _begun++;
        else
            _dropped++;
        return itemId;
    }

    // An item stays in its story when its text changes: readers have seen it there, and an admin can split it off.
    private void Update(ReadyItem item, StoredItem known, bool byPath)
    {
        if (!byPath)
            _items.AddKeys(item.Identified.Keys, known.Id);
        if (known.ContentHash != item.ContentHash)
            Renew(articles?.Keep(item, known.Id) ?? item, known);
    }

    private long Renew(ReadyItem item, StoredItem known)
    {
        _stories.AddKey(item.Identified.CanonicalUrl, known.StoryId);
        _items.Update(item, known);
        _stories.Touch(known.StoryId, known.Id, textChanged: known.TextHash != item.Reading.TextHash, item.Reading.Language);
        _stories.TagAgain(known.StoryId);
        if (_items.Drop(known.Id, item.Reading.Dropped))
            _stories.Redrop(known.StoryId);
        _changed++;
        return known.Id;
    }
}
