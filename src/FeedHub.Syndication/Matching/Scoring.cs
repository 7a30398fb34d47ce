namespace FeedHub.Syndication.Matching;

/// <summary>
/// From what speaks for and against to a score. The coefficients are a judgement, rounded: docs/notes/matching.md tells how they came
/// about and how they hold on what they were not chosen by.
/// </summary>
internal static class Scoring
{
    private const double Start = -10.4;
    private const double Cover = 4;
    private const double Text = 4;
    private const double Words = 3.6;
    private const double Headline = 6.4;

    // Whole articles are the same under any headline, except that a source repeats its own background.
    private const double Carried = 3;

    // A source hardly brings an article twice, but its templates, follow-ups and half-time reports often.
    private const double SameSource = -1.8;

    // One number may be a slip or another way of writing it, several are not.
    private const double OtherNumbers = -1.5;

    // What a source brings each day with the day's date in it is that day's.
    private const double OtherDay = -2.4;
    private const double SameSourceOtherDay = -2.6;

    // Where one pattern was filled in twice, what was filled in says that these are two, and all else that is alike says nothing.
    private const double SwappedNames = -3.4;
    private const double SwappedNumbers = -3.2;
    private const double SwappedInTitle = -1.5;
    private const double SwappedSubject = -4;

    // The more alike the titles are otherwise, the more they are one template; under another headline a name may be spelt another way.
    private const double OtherNames = -12;

    // The sentence that stands under every article of a page.
    private const double Stray = -3.5;

    // A title alone never merges: some of the text must be in both.
    private const double LeastShared = 4;
    private const double NothingShared = -8;

    public static double Of(in Likeness l)
    {
        var sum = Start + Alike(l) + Against(l) + (l.SameSource ? SameSource : 0);
        if (l.Text.Shared < LeastShared)
            sum += NothingShared;
        return Math.Round(1 / (1 + Math.Exp(-sum)), 4);
    }

    private static double Alike(in Likeness l) => (Cover * l.Cover) + (Text * l.Text.Share) + (Words * l.Words) + (Headline * l.Headline)
        + (l.SameSource ? 0 : Carried * l.Carried);

    private static double Against(in Likeness l) => (Stray * l.Stray) + (OtherNumbers * l.OtherNumbers)
        + (OtherNames * l.OtherNames * l.Titles) + (l.OtherDay ? OtherDay + (l.SameSource ? SameSourceOtherDay : 0) : 0)
        + (SwappedNames * l.Swaps.Names) + (SwappedNumbers * l.Swaps.Numbers) + (SwappedInTitle * l.Swaps.Title)
        + (l.Swaps.IsSubject ? SwappedSubject : 0);

    public static Verdict Judge(in Likeness l, long? story, MatchOptions options)
    {
        var score = Of(l);
        var same = score >= options.Line;
        return new Verdict(story, same, score, Signals(l), ComparisonReason.Of(l, same, score));
    }

    private static Signal[] Signals(in Likeness l) =>
    [
        new("text in both", Math.Round(l.Text.Share, 3)),
        new("opening in both", Math.Round(l.Cover, 3)),
        new("long text carried over", Math.Round(l.Carried, 3)),
        new("words of the opening", Math.Round(l.Words, 3)),
        new("headline in the other", Math.Round(l.Headline, 3)),
        new("titles alike", Math.Round(l.Titles, 3)),
        new("other numbers", l.OtherNumbers),
        new("other names", l.OtherNames),
        new("another day", l.OtherDay ? 1 : 0),
        new("names exchanged", l.Swaps.Names),
        new("numbers exchanged", l.Swaps.Numbers),
        new("words of the title exchanged", l.Swaps.Title),
        new("another subject", l.Swaps.IsSubject ? 1 : 0),
        new("headline of neither text", Math.Round(l.Stray, 3)),
        new("same source", l.SameSource ? 1 : 0),
    ];
}
