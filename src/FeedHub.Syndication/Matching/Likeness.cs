namespace FeedHub.Syndication.Matching;

/// <summary>What speaks for and against an item and a lead being the same article; each the same in either direction.</summary>
internal readonly record struct Likeness(double Text, double Words, double Headline, double Titles, double Numbers, double OtherNumbers, double Length, double Size, bool SameSource)
{
    // Numbers further down belong to the background, which a follow-up has too.
    private const int NumbersIn = 40;

    public static Likeness Of(Subject item, Subject lead, ReadOnlySpan<int> others, WordWeights weights, bool sameSource)
    {
        var (a, b) = (item.Words, lead.Words);
        // The longer text's opening is cut, so that a summary is compared with what it sums up.
        var words = (Math.Min(a.OpeningLength, b.OpeningLength) * 5 / 4) + 8;
        var (common, others1, others2) = Figures(a, b);
        return new Likeness(
            Overlap.Of(item.Shingles, lead.Shingles, others),
            Cosine(a, b, words, weights),
            (TitleIn(a, b, words, weights) + TitleIn(b, a, words, weights)) / 2,
            Cosine(a, b, 0, weights),
            common == 0 && Math.Min(others1, others2) == 0 ? 1 : (double)common / (common + Math.Min(others1, others2)),
            Math.Min(2, Math.Min(others1, others2)) / 2.0,
            Math.Log((Math.Max(item.Shingles.Total, lead.Shingles.Total) + 5) / (Math.Min(item.Shingles.Total, lead.Shingles.Total) + 5)),
            Math.Log(Math.Min(item.Shingles.Total, lead.Shingles.Total) + 1),
            sameSource);
    }

    private static double Cosine(WordSet a, WordSet b, int words, WordWeights weights)
    {
        var (both, all) = Squares(a, b, words, weights);
        var (_, other) = Squares(b, a, words, weights);
        return both == 0 ? 0 : both / Math.Sqrt(all * other);
    }

    private static (double Both, double All) Squares(WordSet of, WordSet with, int words, WordWeights weights)
    {
        double both = 0, all = 0;
        foreach (var id in of.Ids)
        {
            if (!of.Has(id, words)) break;
            var square = weights.Of(id) * weights.Of(id);
            all += square;
            if (with.Has(id, words)) both += square;
        }

        return (both, all);
    }

    private static double TitleIn(WordSet of, WordSet with, int words, WordWeights weights)
    {
        double both = 0, all = 0;
        foreach (var id in of.Ids[..of.TitleCount])
        {
            var weight = weights.Of(id);
            all += weight;
            if (with.Has(id, words)) both += weight;
        }

        return all == 0 ? 0 : both / all;
    }

    private static (int Common, int First, int Second) Figures(WordSet a, WordSet b)
    {
        var (common, first) = FiguresIn(a, b);
        return (common, first, FiguresIn(b, a).Alone);
    }

    private static (int Common, int Alone) FiguresIn(WordSet of, WordSet with)
    {
        int common = 0, alone = 0;
        foreach (var id in of.Ids)
        {
            if (!of.Has(id, NumbersIn)) break;
            if (!WordIds.IsNumber(id)) continue;
            if (with.Has(id, NumbersIn)) common++;
            else alone++;
        }

        return (common, alone);
    }
}
