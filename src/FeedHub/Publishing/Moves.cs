using FeedHub.Model.Sources;
using FeedHub.Model.Stories;

namespace FeedHub.Publishing;

/// <summary>
/// A source that has got a new address in feeds.json is two sources: one that is paused, and one that lists the same entries again.
/// To readers it is one publisher, and an entry of it is not "also in" itself.
/// </summary>
internal static class Moves
{
    /// <summary>The items of a story without those that another stands for.</summary>
    public static List<Item> Present(IReadOnlyCollection<Item> items) => [.. items.Where(item => Successor(item, items) is null)];

    /// <summary>The item that stands for this one of a source that is paused or gone: the same entry in a source that is polled, else the
    /// one that was read last; null where there is none.</summary>
    public static Item? Successor(Item item, IEnumerable<Item> items)
    {
        if (!IsRetired(item.Source))
            return null;
        var same = items.Where(other => IsSame(item, other)).ToList();
        return same.Find(other => !IsRetired(other.Source)) ?? same.FindLast(other => other.Id > item.Id);
    }

    private static bool IsRetired(Source source) => SourceLook.Of(source).IsRetired;

    // Within one story, of which they are the same article already.
    private static bool IsSame(Item item, Item other) => item.SourceId != other.SourceId
        && ((item.Guid is { } guid && guid == other.Guid)
            || (item.CanonicalUrl is { } address && address == other.CanonicalUrl)
            || item.Source.DisplayTitle.Equals(other.Source.DisplayTitle, StringComparison.OrdinalIgnoreCase));
}
