using FeedHub.Syndication.Matching;

namespace FeedHub.Syndication.Grouping;

/// <summary>
/// What a story is found by: its rarest terms, and pairs of the rarest of these. Among many stories a single word is of too many, a pair
/// of two rare ones is of one event.
/// </summary>
internal static class EventKeys
{
    /// <summary>How many keys a story has at most.</summary>
    public const int Most = Singles + (Paired * (Paired - 1) / 2);

    /// <summary>How many keys a story is looked up by at most.</summary>
    public const int MostAsked = AskedSingles + (AskedPaired * (AskedPaired - 1) / 2);

    private const int Singles = 12;
    private const int Paired = 4;

    // The order of rarity is another one for each story, and moves.
    private const int AskedSingles = 16;
    private const int AskedPaired = 7;

    /// <param name="terms">A story's terms, the rarest first.</param>
    /// <param name="language">The number of its language.</param>
    /// <param name="keys">Room for <see cref="Most"/>.</param>
    /// <returns>How many.</returns>
    public static int OfStory(ReadOnlySpan<ushort> terms, byte language, Span<uint> keys) => Put(terms, language, Singles, Paired, keys);

    /// <summary>The keys to look a story up by.</summary>
    public static int Asked(ReadOnlySpan<ushort> terms, byte language, Span<uint> keys) =>
        Put(terms, language, AskedSingles, AskedPaired, keys);

    private static int Put(ReadOnlySpan<ushort> terms, byte language, int singles, int paired, Span<uint> keys)
    {
        var count = 0;
        foreach (var term in terms[..Math.Min(singles, terms.Length)])
            keys[count++] = Hashing.Of([language, term]);
        paired = Math.Min(paired, terms.Length);
        for (var i = 0; i < paired; i++)
        {
            for (var j = i + 1; j < paired; j++)
                keys[count++] = Hashing.Of([language, Math.Min(terms[i], terms[j]), Math.Max(terms[i], terms[j])]);
        }

        return count;
    }
}
