using FeedHub.Syndication.Identity;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>What an erased item is recognised by: hashes of hashes, from which nothing can be read.</summary>
internal static class ErasedIdentity
{
    /// <summary>A shorter text, in characters, does not tell an article: many have it.</summary>
    public const int LeastText = 40;

    /// <summary>By a key within its source, also when that source is added again one day.</summary>
    public static long OfKey(string sourceKey, long hash) => ItemIdentity.Hash($"key {sourceKey} {hash}");

    /// <summary>By its canonical address, in any source.</summary>
    public static long OfAddress(long hash) => ItemIdentity.Hash($"address {hash}");

    /// <summary>A shorter headline, in characters, does not tell an article even within its source: "Weather" comes each day.</summary>
    public const int LeastTitle = 20;

    /// <summary>By its headline and short text, in its own source.</summary>
    public static long OfShortText(string sourceKey, long hash) => ItemIdentity.Hash($"short {sourceKey} {hash}");

    /// <summary>By its headline and text, in any source.</summary>
    public static long OfText(long hash) => ItemIdentity.Hash($"text {hash}");
}
