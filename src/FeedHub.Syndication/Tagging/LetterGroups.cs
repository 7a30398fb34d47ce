using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FeedHub.Syndication.Tagging;

/// <summary>The groups of three to five letters inside a word as buckets, eight groups at once: <see cref="FeatureHash"/> over
/// each.</summary>
internal static class LetterGroups
{
    /// <summary>This many places must follow a word's letters, with any content.</summary>
    public const int Spare = Longest + Lanes;

    /// <summary>Room for the buckets of the longest word, with what is written beyond them.</summary>
    public const int Most = (Sizes * MaxLetters) + Lanes;

    private const int Shortest = 3;
    private const int Longest = 5;
    private const int Sizes = Longest - Shortest + 1;
    private const int Lanes = 8;
    private const int MaxLetters = 48;

    private const uint Basis = 99;

    /// <summary>How many groups there are in so many letters.</summary>
    public static int Count(int letters)
    {
        var count = 0;
        for (var size = Shortest; size <= Longest; size++)
            count += Math.Max(0, letters - size + 1);
        return count;
    }

    /// <summary>Writes the buckets, those of the shortest groups first.</summary>
    /// <param name="word">The letters, at most 48, and <see cref="Spare"/> more.</param>
    /// <param name="letters">How many they are.</param>
    /// <param name="salt">What tells the languages apart.</param>
    /// <param name="buckets">Room for <see cref="Most"/>.</param>
    /// <returns>How many there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Fill(ReadOnlySpan<char> word, int letters, uint salt, Span<int> buckets)
    {
        Span<Vector256<uint>> hashes = stackalloc Vector256<uint>[MaxLetters / Lanes];
        hashes = hashes[..Math.Max(0, (letters - Shortest + Lanes) / Lanes)];
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = Vector256.Create(Basis);
        for (var at = 0; at < Shortest - 1; at++)
            Take(word, at, hashes);
        var count = 0;
        for (var size = Shortest; size <= Longest && size <= letters; size++)
        {
            Take(word, size - 1, hashes);
            for (var i = 0; i < hashes.Length; i++)
                Bucket(hashes[i] ^ Vector256.Create(salt)).AsInt32().StoreUnsafe(ref buckets.Slice(count + (i * Lanes), Lanes)[0]);
            count += letters - size + 1;
        }

        return count;
    }

    // The next letter of each group.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Take(ReadOnlySpan<char> word, int at, Span<Vector256<uint>> hashes)
    {
        for (var i = 0; i < hashes.Length; i++)
        {
            ref readonly var first = ref word.Slice(at + (i * Lanes), Lanes)[0];
            var letters = Vector128.LoadUnsafe(in Unsafe.As<char, ushort>(ref Unsafe.AsRef(in first)));
            hashes[i] = (hashes[i] ^ Vector256.WidenLower(letters.ToVector256Unsafe())) * FeatureHash.Prime;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Bucket(Vector256<uint> hash)
    {
        hash = (hash ^ (hash >>> 16)) * FeatureHash.First;
        hash = (hash ^ (hash >>> 13)) * FeatureHash.Second;
        return (hash ^ (hash >>> 16)) & Vector256.Create((uint)(TextFeatures.Buckets - 1));
    }
}
