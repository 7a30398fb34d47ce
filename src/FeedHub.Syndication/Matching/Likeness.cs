namespace FeedHub.Syndication.Matching;

/// <summary>What speaks for and against an item and a lead being the same article; each the same in either direction.</summary>
internal readonly record struct Likeness
{
    // Numbers further down belong to the background, which a follow-up has too.
    private const int NumbersWithin = 40;

    // The logarithm of about 20 shingles.
    private const double LengthOfSummary = 3;

    // Two headlines of which less is in their own text are of something else.
    private const double StrayHeadlines = 0.25;

    /// <summary>Word sequences in both.</summary>
    public Overlap Text { get; private init; }

    /// <summary>How alike the words of title and opening are, rare ones counting more, 0 to 1.</summary>
    public double Words { get; private init; }

    /// <summary>How much of each title is in the other's title or opening, 0 to 1.</summary>
    public double Headline { get; private init; }

    /// <summary>How alike the two titles are, 0 to 1.</summary>
    public double Titles { get; private init; }

    /// <summary>The share of the shorter opening that stands in runs of words that the other has too, 0 to 1.</summary>
    public double Cover { get; private init; }

    /// <summary>How much of a long text was carried over, beyond half: 0 for a summary, to 1. It needs no headline to be known
    /// again.</summary>
    public double Carried { get; private init; }

    /// <summary>0: one has all numbers of the other; 0.5: each has one that the other has not; 1: each has several.</summary>
    public double OtherNumbers { get; private init; }

    /// <summary>
    /// Rare words that title and opening of one have and the other has nowhere, as the teams of two matches in one template. 0: at
    /// most one has such words; 0.5: each has one; 1: each has several.
    /// </summary>
    public double OtherNames { get; private init; }

    /// <summary>Whether each names a day that the other does not: a date, or in its title a day of the week.</summary>
    public bool OtherDay { get; private init; }

    /// <summary>What stands in one just where the other has something else.</summary>
    public Swaps Swaps { get; private init; }

    /// <summary>
    /// How surely neither headline is of the text that both share, as over a page's standing text: 0 for none of it or for a long text, to
    /// 1.
    /// </summary>
    public double Stray { get; private init; }

    public bool SameSource { get; private init; }

    public static Likeness Of(Subject item, Subject lead, ReadOnlySpan<int> others, WordWeights weights, bool sameSource)
    {
        var (a, b) = (item.Words, lead.Words);
        // The longer opening is cut, so that a summary is compared with what it sums up.
        var words = (Math.Min(a.OpeningLength, b.OpeningLength) * 5 / 4) + 8;
        var length = Math.Log(1 + Math.Min(item.Shingles.Total, lead.Shingles.Total));
        var (text, cover) = (Overlap.Of(item.Shingles, lead.Shingles, others), Matching.Cover.Of(item.Shingles, lead.Shingles, others));
        return new Likeness
        {
            Text = text,
            Cover = cover,
            Carried = Math.Max(0, text.Share + cover - 1) * Math.Clamp((length - LengthOfSummary) / 1.5, 0, 1),
            Words = Cosine(a, b, words, weights),
            Headline = (TitleIn(a, b, words, weights) + TitleIn(b, a, words, weights)) / 2,
            Titles = Cosine(a, b, 0, weights),
            OtherNumbers = Math.Min(2, Math.Min(NumbersOnlyIn(a, b, words), NumbersOnlyIn(b, a, words))) / 2.0,
            OtherDay = (HasDayOnly(a, b, words) && HasDayOnly(b, a, words)) || (HasWeekdayOnly(a, b) && HasWeekdayOnly(b, a)),
            Swaps = Swaps.Of(a, b, weights),
            OtherNames = Math.Min(2, Math.Min(NamesOnlyIn(a, b, weights), NamesOnlyIn(b, a, weights))) / 2.0,
            Stray = Math.Max(0, 1 - ((Told(a, weights) + Told(b, weights)) / 2 / StrayHeadlines)) * Math.Max(0, 1 - (length / 4)),
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

    // How much of a title its own text has.
    private static double Told(WordSet of, WordWeights weights)
    {
        double told = 0, all = 0;
        foreach (var id in of.Within(0))
            all += weights.Of(id);
        foreach (var id in of.Subjects)
            told += weights.Of(id);
        return all == 0 ? 1 : told / all;
    }

    // As far into the longer as the shorter goes. The day is a number only in a title: in a text it may be when it was written.
    private static int NumbersOnlyIn(WordSet of, WordSet with, int words)
    {
        var count = 0;
        foreach (var id in of.Within(Math.Min(NumbersWithin, words)))
        {
            if ((WordIds.IsNumber(id) || (WordIds.IsDay(id) && of.IsInTitle(id))) && !with.Has(id, Fingerprint.MaxOpening))
                count++;
        }

        return count;
    }

    private static bool HasDayOnly(WordSet of, WordSet with, int words)
    {
        foreach (var id in of.Within(words))
        {
            if (WordIds.IsDay(id) && !with.Has(id, Fingerprint.MaxOpening))
                return true;
        }

        return false;
    }

    private static bool HasWeekdayOnly(WordSet of, WordSet with)
    {
        foreach (var id in of.Title)
        {
            if (Gap.IsWeekday(id) && !with.Has(id, Fingerprint.MaxOpening))
                return true;
        }

        return false;
    }

    private static int NamesOnlyIn(WordSet of, WordSet with, WordWeights weights)
    {
        var count = 0;
        foreach (var id in of.Subjects)
        {
            if (!WordIds.IsNumber(id) && !WordIds.IsDay(id) && !with.Has(id, Fingerprint.MaxOpening) && weights.IsRare(id))
                count++;
        }

        return count;
    }
}
