using FeedHub.Storage;

namespace FeedHub.Ingesting;

/// <summary>
/// Takes a prepared document into the store. Runs inside the writer's transaction: what is known is looked up at once for the whole
/// document, and small rows are written at once at its end, since the number of statements is what the writer's time goes by.
/// </summary>
internal sealed class Ingestion(WriteSession session, long sourceId, DateTimeOffset now)
{
    private readonly StoredItems _items = new(session, sourceId, now);
    private readonly StoredStories _stories = new(session, sourceId, now);
    private readonly List<DateTimeOffset> _arrivals = [];
    private int _changed;

    /// <summary>When the items were published that are new, as far as that is past.</summary>
    public IReadOnlyList<DateTimeOffset> Arrivals => _arrivals;

    /// <summary>Stores what is new, updates what changed.</summary>
    public IngestResult Take(ReadyDocument document)
    {
        _items.Load(document);
        _stories.Load(document);

        // Oldest first, so that ids rise with time also inside one document.
        foreach (var item in document.Items.Reverse())
            Take(item);
        _items.Flush();
        _stories.Flush();
        if (_arrivals.Count > 0)
            session.Execute(
                "UPDATE Sources SET ItemCount = ItemCount + ?2, StoryCount = StoryCount + ?3 WHERE Id = ?1", sourceId, _arrivals.Count, _stories.Joined);
        return new(_arrivals.Count, _changed);
    }

    private void Take(ReadyItem item)
    {
        switch (_items.Find(item.Identified))
        {
            case { Purged: true }:
                break;
            case { Item: { } known }:
                Update(item, known);
                break;
            default:
                Add(item);
                break;
        }
    }

    private void Add(ReadyItem item)
    {
        var sortAt = item.Published is { } published && published < now ? published : now;
        var itemId = _items.NextId();
        var (storyId, why) = _stories.JoinOrBegin(item, itemId, sortAt);
        _items.Insert(item, itemId, storyId, sortAt, why);
        _stories.Tag(storyId, item.Tags);
        _arrivals.Add(sortAt);
    }

    private void Update(ReadyItem item, StoredItem known)
    {
        _items.AddKeys(item.Identified.Keys, known.Id);
        if (known.ContentHash == item.ContentHash)
            return;
        _stories.AddKey(item.Identified.CanonicalUrl, known.StoryId);
        var textChanged = _items.Update(item, known);
        _stories.Touch(known.StoryId, known.Id, textChanged, item.Language);
        _stories.Tag(known.StoryId, item.Tags);
        _changed++;
    }
}
