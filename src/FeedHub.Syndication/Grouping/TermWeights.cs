using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Grouping;

/// <summary>How many stories of a language have a word, and so how much it tells.</summary>
internal sealed class TermWeights
{
    // What is assumed before anything is seen.
    private const double AssumedStories = 100;

    // Few stories do not tell what words are worth.
    private const int LeastKept = 2000;

    // What a word tells that none of several thousand stories had.
    private const float Rarest = 9.4f;
    private static readonly bool[] Functional = FunctionalIds();

    private readonly int[] _stories = new int[ushort.MaxValue + 1];
    private int _total;

    public static long Bytes => (ushort.MaxValue + 1) * (long)sizeof(int);

    /// <summary>Words that every text has are not terms, and neither is what addresses are made of.</summary>
    public static bool IsTerm(ushort id) => !Functional[id];

    /// <summary>Counts a story that came. Of those that left, only the number is known: once they are more than those that are here, all
    /// counts are halved.</summary>
    /// <param name="terms">Its terms, each once.</param>
    /// <param name="here">How many stories of the language are here.</param>
    public void Count(ReadOnlySpan<ushort> terms, int here)
    {
        foreach (var term in terms)
            _stories[term]++;
        if (++_total > (2 * here) + LeastKept)
            Halve();
    }

    /// <summary>
    /// How rare words are, at most 1: by how many stories have them, so that among few stories too a word of two or three is rare. A word
    /// that is not there is not rare at all, no matter how few stories there are.
    /// </summary>
    public float Rarity(in RarestWeights words)
    {
        var highest = 1 + MathF.Log((float)(_total + AssumedStories));
        var all = MathF.Max(highest, Rarest);
        return 1 - ((highest - words.Mean(absent: highest - all)) / all);
    }

    private void Halve()
    {
        for (var term = 0; term < _stories.Length; term++)
            _stories[term] /= 2;
        _total /= 2;
    }

    public int StoriesWith(ushort term) => _stories[term];

    public float Of(ushort term) => 1 + MathF.Log((float)((_total + AssumedStories) / (_stories[term] + 1)));

    private static bool[] FunctionalIds()
    {
        var ids = new bool[ushort.MaxValue + 1];
        foreach (var id in WordIds.Of($"{FunctionWords.All} {FunctionWords.OfAddresses}"))
            ids[id] = true;
        return ids;
    }
}
