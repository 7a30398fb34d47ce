namespace FeedHub.Syndication.Tagging;

/// <summary>How features choose their buckets. Stable: models are stored.</summary>
internal static class FeatureHash
{
    /// <summary>Where the hash of a word begins.</summary>
    public const uint Basis = 2166136261;

    /// <summary>What a hash is multiplied by after each letter.</summary>
    public const uint Prime = 16777619;

    /// <summary>What the first and the second mixing multiply by.</summary>
    public const uint First = 0x85ebca6b, Second = 0xc2b2ae35;

    /// <summary>FNV-1a over the letters.</summary>
    public static uint Of(ReadOnlySpan<char> letters)
    {
        var hash = Basis;
        foreach (var letter in letters)
            hash = (hash ^ letter) * Prime;
        return hash;
    }

    /// <summary>The bucket of a hash: after the last steps of MurmurHash3 the lowest bits alone choose it.</summary>
    public static int Bucket(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * First;
        hash = (hash ^ (hash >> 13)) * Second;
        return (int)((hash ^ (hash >> 16)) & (TextFeatures.Buckets - 1));
    }
}
