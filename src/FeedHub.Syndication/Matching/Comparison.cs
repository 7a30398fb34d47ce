namespace FeedHub.Syndication.Matching;

/// <summary>Compares two items by their fingerprints alone.</summary>
public static class Comparison
{
    private static readonly WordWeights Assumed = new();

    /// <summary>The verdict over a pair, the same in either order. A <see cref="StoryIndex"/> knows better which words are rare.</summary>
    /// <param name="a">One item.</param>
    /// <param name="b">The other.</param>
    /// <param name="sameSource">Whether both came from one source: then more is asked for.</param>
    /// <param name="options">The line, or null for the default.</param>
    public static Verdict Of(Fingerprint a, Fingerprint b, bool sameSource, MatchOptions? options = null)
    {
        if (a.IsEmpty || b.IsEmpty)
            return Verdict.None;
        var (item, lead) = (new Subject().Load(a), new Subject().Load(b));
        Span<int> others = stackalloc int[item.Shingles.Ids.Length];
        others.Clear();
        return Scoring.Judge(Likeness.Of(item, lead, others, Assumed, sameSource), null, options ?? new MatchOptions());
    }
}
