namespace FeedHub.Syndication.Matching;

/// <summary>Hashes that are the same on every machine and at every start.</summary>
internal static class Hashing
{
    public static uint Mix(uint value)
    {
        value = (value ^ (value >> 16)) * 0x7FEB352D;
        value = (value ^ (value >> 15)) * 0x846CA68B;
        return value ^ (value >> 16);
    }

    /// <summary>The hash of words that follow each other.</summary>
    public static uint Of(ReadOnlySpan<ushort> words)
    {
        ulong hash = 0x9E3779B97F4A7C15;
        foreach (var word in words)
            hash = (hash ^ word) * 0xD6E8FEB86659FD93;
        hash ^= hash >> 32;
        return (uint)((hash * 0xD6E8FEB86659FD93) >> 32);
    }
}
