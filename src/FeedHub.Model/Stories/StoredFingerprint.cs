namespace FeedHub.Model.Stories;

/// <summary>What matching goes by of one item. Apart from the item, so that the index of leads is read without their texts.</summary>
public sealed class StoredFingerprint
{
    public long ItemId { get; set; }

    public long SourceId { get; set; }

    /// <summary>The item's place in time (<see cref="Item.SortAt"/>).</summary>
    public DateTimeOffset At { get; set; }

    public required byte[] Bytes { get; set; }
}
