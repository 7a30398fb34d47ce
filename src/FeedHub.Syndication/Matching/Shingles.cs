namespace FeedHub.Syndication.Matching;

/// <summary>Runs of three words, each by its hash.</summary>
internal static class Shingles
{
    /// <summary>How many words a shingle has.</summary>
    public const int Words = 3;

    /// <summary>How many shingles so many words have; a text of fewer words than a shingle is one.</summary>
    public static int CountOf(ReadOnlySpan<ushort> words) => words.Length == 0 ? 0 : Math.Max(1, words.Length - Words + 1);

    /// <summary>The shingle that begins at this word.</summary>
    public static uint At(ReadOnlySpan<ushort> words, int index) => Hashing.Of(words.Slice(index, Math.Min(Words, words.Length)));

    /// <summary>What tells one shingle from another in a comparison: 16 bits are enough for a few hundred.</summary>
    public static ushort Id(uint shingle) => (ushort)shingle;

    /// <summary>
    /// The order in which shingles are chosen to stand for others: by the half of the hash that <see cref="Id"/> leaves out, so that two
    /// texts choose alike.
    /// </summary>
    public static uint Order(uint shingle) => (shingle >> 16) | (shingle << 16);

    /// <summary>The shingle that has this <see cref="Order"/>.</summary>
    public static uint FromOrder(uint order) => (order >> 16) | (order << 16);
}
