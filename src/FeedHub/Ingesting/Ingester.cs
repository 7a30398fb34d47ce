using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Figures;
using FeedHub.Storage.Statements.Habits;
using FeedHub.Storage.Statements.Items;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Writing;

namespace FeedHub.Ingesting;

/// <summary>
/// Takes a prepared document into the store. Runs inside the writer's transaction: what is known is looked up at once for the whole
/// document, and small rows are written at once at its end, since the number of statements is what the writer's time goes by.
/// </summary>
internal sealed class Ingester(WriteSession session, LiveStories live, long sourceId, DateTimeOffset now,
    TimeSpan window, EarlyPieces early)
{
    private readonly StoredItems _items = new(session, sourceId, now);
    private readonly IngestedSource _source = new(session, sourceId);
    private readonly LastingItems _lasting = new(session, sourceId);
    private readonly StoredStories _stories = new(session, live, sourceId, now, window);
    private readonly List<long[]> _listing = [.. early.Listing];
    private readonly HabitLessons _lessons = new(session, now);
    private readonly List<DateTimeOffset> _publishedDates = [.. early.PublishedDates];
    private readonly List<TimeSpan> _delays = [];
    private int _new;
    private int _begun;
    private int _changed;
    private int _merged;

    /// <summary>The items of the document so far: id and content hash of each.</summary>
    public IReadOnlyList<long[]> Listing => _listing;

    /// <summary>When the items were published that are new, as far as that is past.</summary>
    public IReadOnlyList<DateTimeOffset> PublishedDates => _publishedDates;

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
        _items.Load(document);
        _stories.Load(document);

        // Oldest first, so that ids rise with time also inside one document.
        foreach (var (item, known) in document.Backwards())
            _listing.Add(known ?? [Ingest(item!), item!.ContentHash]);
        _items.Flush();
        _stories.Flush();
        _lessons.Flush();
        if (whole)
            _source.List(_listing, document.Last);
        if (_new > 0)
        {
            _source.Add(_new, _stories.Joined);
            Count();
        }

        _stories.RenewDropped();
        return new(_new, _changed, _merged);
    }

    // What a source lists at its first poll says nothing of how long its items wait to be read.
    private void Count()
    {
        var isFollowed = _delays.Count > 0 && _source.IsFollowed();
        var delays = isFollowed
            ? _delays.Select(Delays.ClassOf).OfType<string>().CountBy(name => name).Select(c => (c.Key, (long)c.Value))
            : [];
        HourlyCounts.Add(session, now, [(HourlyCounts.Items, _new), (HourlyCounts.Stories, _begun), .. delays]);
    }

    // The item's id; 0 for one that was purged or erased.
    private long Ingest(ReadyItem item)
    {
        switch (_items.Find(item))
        {
            case { Purged: true }:
                return 0;
            case { Item: { } known }:
                Update(item, known);
                return known.Id;
            default:
                return _lasting.IsErased(item) ? 0 : Add(item);
        }
    }

    private long Add(ReadyItem item)
    {
        var sortAt = item.Reading.Published is { } published && published < now ? published : now;
        var itemId = _items.NextId();
        var place = _stories.JoinOrBegin(item, itemId, sortAt, _lasting.HiddenWith(item));
        _items.Insert(item, itemId, sortAt, place);
        _stories.Settle(place, item, itemId, sortAt);
        _lessons.Add(sourceId, item.Reading.Lessons);
        _publishedDates.Add(sortAt);
        if (item.Identified.Item.Published is { } stated)
            _delays.Add(now - stated);
        _new++;
        if (place.Why is null)
            _begun += item.Reading.Dropped is null ? 1 : 0;
        else
            _merged++;
        return itemId;
    }

    // An item stays in its story when its text changes: readers have seen it there, and an admin can split it off.
    private void Update(ReadyItem item, StoredItem known)
    {
        _items.AddKeys(item.Identified.Keys, known.Id);
        if (known.ContentHash == item.ContentHash)
            return;
        _stories.AddKey(item.Identified.CanonicalUrl, known.StoryId);
        _items.Update(item, known);
        _stories.Touch(known.StoryId, known.Id, textChanged: known.TextHash != item.Reading.TextHash, item.Reading.Language);
        _stories.TagAgain(known.StoryId);
        if (_items.Drop(known.Id, item.Reading.Dropped))
            _stories.Redrop(known.StoryId);
        _changed++;
    }
}
