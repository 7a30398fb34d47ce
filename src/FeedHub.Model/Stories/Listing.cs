namespace FeedHub.Model.Stories;

/// <summary>
/// What a source's last document lists: what is in there is known unchanged at the next poll, and is not purged however old it is.
/// One row a source, since a mark on every item would cost as much as the items.
/// </summary>
public sealed class Listing
{
    public long SourceId { get; set; }

    /// <summary>Pairs of an item's id (0: purged) and its content hash.</summary>
    public IReadOnlyList<long[]> Items { get; set; } = [];
}

/// <summary>What matching goes by of one item. Apart from the item, so that the index of leads is read without their texts.</summary>
public sealed class StoredFingerprint
{
    public long ItemId { get; set; }

    public long SourceId { get; set; }

    /// <summary>The item's place in time (<see cref="Item.SortAt"/>).</summary>
    public DateTimeOffset At { get; set; }

    public required byte[] Bytes { get; set; }
}
