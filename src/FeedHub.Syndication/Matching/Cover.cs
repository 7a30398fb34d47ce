namespace FeedHub.Syndication.Matching;

/// <summary>
/// How many words of an opening stand in runs that the other text has too. A word that is changed breaks three shingles but is one word,
/// so this falls far more slowly than the share of shingles when a desk edits here and there.
/// </summary>
internal static class Cover
{
    /// <summary>The covered share of the opening that has fewer words, 0 to 1; of two as long the mean.</summary>
    /// <param name="item">The item's shingles.</param>
    /// <param name="lead">The lead's shingles.</param>
    /// <param name="others">For each of the item's shingles, how many other leads have it too: what many have is furniture.</param>
    public static double Of(ShingleSet item, ShingleSet lead, ReadOnlySpan<int> others)
    {
        var longer = item.OpeningLength.CompareTo(lead.OpeningLength);
        return longer switch
        {
            < 0 => Share(item, lead, item, others),
            > 0 => Share(lead, item, item, others),
            _ => (Share(item, lead, item, others) + Share(lead, item, item, others)) / 2,
        };
    }

    private static double Share(ShingleSet of, ShingleSet with, ShingleSet item, ReadOnlySpan<int> others)
    {
        Span<double> worth = stackalloc double[Fingerprint.MaxOpening + Shingles.Words];
        worth.Clear();
        for (var i = 0; i < of.Order.Length; i++)
        {
            var id = of.Ids[of.Order[i]];
            if (with.Find(id) < 0)
                continue;
            var shared = 1.0 / (1 + (item.Find(id) is >= 0 and var place ? others[place] : 0));
            for (var word = i; word < i + Shingles.Words; word++)
                worth[word] = Math.Max(worth[word], shared);
        }

        var (covered, all) = (0.0, 0.0);
        foreach (var word in worth[..of.OpeningLength])
            (covered, all) = (covered + word, all + (word > 0 ? word : 1));
        return all > 0 ? covered / all : 0;
    }
}
