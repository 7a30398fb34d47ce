using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Syndication.Identity;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>What an item is recognised by that was erased or hidden, when its rows are gone: hashes of hashes, from which nothing can be
/// read.</summary>
internal static class LastingIdentity
{
    /// <summary>A shorter text, in characters, does not tell an article: many have it.</summary>
    public const int LeastText = 40;

    /// <summary>A shorter headline, in characters, does not tell an article even within its source: "Weather" comes each day.</summary>
    public const int LeastTitle = 20;

    /// <summary>All of an item that comes in.</summary>
    /// <param name="item">The item.</param>
    /// <param name="sources">Keys of the addresses that its source has and had.</param>
    public static IEnumerable<long> Of(ReadyItem item, IReadOnlyList<string> sources)
    {
        var length = item.Reading.TextLength;
        foreach (var source in sources)
        {
            foreach (var key in item.Identified.Keys)
                yield return OfKey(source, key.Hash);
            if (length >= LeastText || item.Identified.Item.Title?.Length >= LeastTitle)
                yield return OfTextIn(source, item.Reading.TextHash);
        }

        if (EntryId.GloballyUnique(item.Identified.Item.Id) is { } guid)
            yield return OfGuid(guid);
        if (item.Identified.CanonicalUrl is { } address)
            yield return OfAddress(ItemIdentity.Hash(address));
        if (length >= LeastText)
            yield return OfText(item.Reading.TextHash);
    }

    /// <summary>Keys of the addresses of a source: the present one and, where it moved, the former.</summary>
    public static IReadOnlyList<string> SourceKeys(string key, string? formerUrl) =>
        formerUrl is null || SourceUrl.Key(formerUrl) == key ? [key] : [key, SourceUrl.Key(formerUrl)];

    /// <summary>By a key within its source, also when that source is added again one day.</summary>
    public static long OfKey(string sourceKey, long hash) => ItemIdentity.Hash($"key {sourceKey} {hash}");

    /// <summary>By an id as published that can be the same nowhere else, in any source.</summary>
    public static long OfGuid(string guid) => ItemIdentity.Hash($"guid {guid}");

    /// <summary>By its canonical address, in any source.</summary>
    public static long OfAddress(long hash) => ItemIdentity.Hash($"address {hash}");

    /// <summary>By its headline and text, in its own source: a short text, or one that stands elsewhere too.</summary>
    public static long OfTextIn(string sourceKey, long hash) => ItemIdentity.Hash($"short {sourceKey} {hash}");

    /// <summary>By its headline and text, in any source.</summary>
    public static long OfText(long hash) => ItemIdentity.Hash($"text {hash}");
}
