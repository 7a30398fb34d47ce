namespace FeedHub.Model.Stories;

/// <summary>A key that an item is recognised by within its source. A key whose item was purged is its tombstone.</summary>
public sealed class StoredItemKey
{
    public long SourceId { get; set; }

    public long Hash { get; set; }

    /// <summary>Null: the item was purged, and must not come back as new.</summary>
    public long? ItemId { get; set; }
}
