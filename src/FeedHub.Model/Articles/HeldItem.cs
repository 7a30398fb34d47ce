using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reading;

namespace FeedHub.Model.Articles;

/// <summary>An item as its feed gave it, kept until its page is read.</summary>
/// <param name="Item">The item.</param>
/// <param name="Keys">Its keys, the strongest first.</param>
/// <param name="CanonicalUrl">Canonical address that other sources' items are compared by, or null.</param>
/// <param name="FeedHash">Hash of what its feed says to readers: the page is read again where that is another.</param>
/// <param name="IsFirst">True if it came with its source's first document: its place is that of its date.</param>
public sealed record HeldItem(ParsedItem Item, IReadOnlyList<ItemKey> Keys, string? CanonicalUrl, long FeedHash, bool IsFirst)
{
    /// <summary>The item with its keys.</summary>
    public IdentifiedItem Identified() => new(Item, Keys, CanonicalUrl);
}
