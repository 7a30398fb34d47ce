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

    /// <summary><see cref="Syndication.Reading.Again.LastDocument.ToBytes"/>, for the same items from the last to the first; null where
    /// the next document must be read whole.</summary>
    public byte[]? Last { get; set; }
}
