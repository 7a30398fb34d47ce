using FeedHub.Model.Stories;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reading.Again;

namespace FeedHub.Ingesting;

/// <summary>
/// Puts the items of a document that were not read again, since their bytes are those of the last one, among those that were; and says
/// what of it is kept for the next (docs/notes/unchanged-items.md).
/// </summary>
internal static class ListingMerge
{
    /// <summary>False where the new items must be seen beside the others: one of them has a key of another, or there are many.</summary>
    public static bool Hold(ParsedFeed feed, KnownListing known, IdentifiedDocument identified)
    {
        if (!IsInPart(feed))
            return true;
        if (feed.Items.Count > LargeDocuments.Piece)
            return false;
        var keys = StillListed(feed, known.Last!).SelectMany(item => item.Keys).ToHashSet();
        return identified.IsEachItsOwn && !identified.Items.SelectMany(item => item.Keys).Any(key => keys.Contains(key.Hash));
    }

    /// <summary>The document with its known items, and with what is kept of it.</summary>
    public static ReadyDocument In(ReadyDocument document, ParsedFeed feed, KnownListing known)
    {
        if (feed is not { Frame: { } frame, RawHashes: { } hashes })
            return document;
        var isInPart = IsInPart(feed);
        var (places, kept, next) = (new List<long[]?>(hashes.Count), new List<LastItem>(hashes.Count), 0);
        foreach (var hash in hashes)
        {
            var place = isInPart ? known.Of(hash) : null;
            places.Add(place);
            kept.Add(place is null
                ? new(hash, [.. document.Items[next++].Identified.Keys.Select(key => key.Hash)])
                : known.Last!.Of(hash)!);
        }

        return document with { Places = isInPart ? places : null, Last = new(frame, kept) };
    }

    private static bool IsInPart(ParsedFeed feed) => feed.RawHashes?.Count > feed.Items.Count;

    private static IEnumerable<LastItem> StillListed(ParsedFeed feed, LastDocument last) =>
        feed.RawHashes!.Select(last.Of).OfType<LastItem>();
}
