namespace FeedHub.Syndication.Matching;

/// <summary>What speaks for and against an item and a lead being the same article; each the same in either direction.</summary>
internal readonly record struct Likeness
{
    // Numbers further down belong to the background, which a follow-up has too.
    private const int NumbersWithin = 40;

    // About one text in twelve has such a word: a word that more have is nobody's name.
    private const double LeastOfName = 2.5;

    /// <summary>Word sequences in both.</summary>
    public Overlap Text { get; private init; }

    /// <summary>How alike the words of title and opening are, rare ones counting more, 0 to 1.</summary>
    public double Words { get; private init; }

    /// <summary>How much of each title is in the other's title or opening, 0 to 1.</summary>
    public double Headline { get; private init; }

    /// <summary>How alike the two titles are, 0 to 1.</summary>
    public double Titles { get; private init; }

    /// <summary>0: one has all numbers of the other; 0.5: each has one that the other has not; 1: each has several.</summary>
    public double OtherNumbers { get; private init; }

    /// <summary>
    /// Rare words that title and opening of one have and the other has nowhere, as the teams of two matches in one template. 0: at
    /// most one has such words; 0.5: each has one; 1: each has several.
    /// </summary>
    public double OtherNames { get; private init; }

    /// <summary>How long the shorter text is: 0 for a summary, 1 from about 270 words.</summary>
    public double Length { get; private init; }

    public bool SameSource { get; private init; }

    public static Likeness Of(Subject item, Subject lead, ReadOnlySpan<int> others, WordWeights weights, bool sameSource)
    {
        var (a, b) = (item.Words, lead.Words);
        // The longer opening is cut, so that a summary is compared with what it sums up.
        var words = (Math.Min(a.OpeningLength, b.OpeningLength) * 5 / 4) + 8;
        return new Likeness
        {
            Text = Overlap.Of(item.Shingles, lead.Shingles, others),
            Words = Cosine(a, b, words, weights),
            Headline = (TitleIn(a, b, words, weights) + TitleIn(b, a, words, weights)) / 2,
            Titles = Cosine(a, b, 0, weights),
            OtherNumbers = Math.Min(2, Math.Min(NumbersOnlyIn(a, b), NumbersOnlyIn(b, a))) / 2.0,
            OtherNames = Math.Min(2, Math.Min(NamesOnlyIn(a, b, weights), NamesOnlyIn(b, a, weights))) / 2.0,
            Length = Math.Clamp((Math.Log(Math.Min(item.Shingles.Total, lead.Shingles.Total) + 1) - 3.6) / 2, 0, 1),
            SameSource = sameSource,
        };
    }

    private static double Cosine(WordSet a, WordSet b, int words, WordWeights weights)
    {
        var (both, first) = Squares(a, b, words, weights);
        var (_, second) = Squares(b, a, words, weights);
        return both == 0 ? 0 : both / Math.Sqrt(first * second);
    }

    private static (double Both, double All) Squares(WordSet of, WordSet with, int words, WordWeights weights)
    {
        double both = 0, all = 0;
        foreach (var id in of.Within(words))
        {
            var weight = weights.Of(id);
            all += weight * weight;
            if (with.Has(id, words))
                both += weight * weight;
        }

        return (both, all);
    }

    private static double TitleIn(WordSet of, WordSet with, int words, WordWeights weights)
    {
        double both = 0, all = 0;
        foreach (var id in of.Within(0))
        {
            var weight = weights.Of(id);
            all += weight;
            if (with.Has(id, words))
                both += weight;
        }

        return all == 0 ? 0 : both / all;
    }

    private static int NumbersOnlyIn(WordSet of, WordSet with)
    {
        var count = 0;
        foreach (var id in of.Within(NumbersWithin))
        {
            if (WordIds.IsNumber(id) && !with.Has(id, NumbersWithin))
                count++;
        }

        return count;
    }

    private static int NamesOnlyIn(WordSet of, WordSet with, WordWeights weights)
    {
        var count = 0;
        foreach (var id in of.Subjects)
        {
            if (!WordIds.IsNumber(id) && !with.Has(id, Fingerprint.MaxOpening) && weights.Of(id) >= LeastOfName)
                count++;
        }

        return count;
    }
}
