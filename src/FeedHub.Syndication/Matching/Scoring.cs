namespace FeedHub.Syndication.Matching;

/// <summary>
/// From what speaks for and against to a score. The coefficients are a judgement, rounded: docs/notes/matching.md tells how they came
/// about and how they hold on what they were not chosen by.
/// </summary>
internal static class Scoring
{
    private const double Start = -9.1;
    private const double Text = 6;
    private const double Words = 5;
    private const double Headline = 5;

    // Whole articles have more by which to be alike, so more is asked of them.
    private const double Length = -0.6;

    // A source hardly brings an article twice, but its templates, follow-ups and half-time reports often.
    private const double SameSource = -0.5;
    private const double SameSourceOtherTitle = -3;
    private const double SameSourceOtherNumbers = -7;

    // One number may be a slip or another way of writing it, several are not.
    private const double OtherNumbers = -5;

    // The more alike the titles are otherwise, the more they are one template; under another headline a name may be spelt another way.
    private const double OtherNames = -14;

    // A title alone never merges: some of the text must be in both.
    private const double LeastShared = 4;
    private const double NothingShared = -5;

    public static double Of(in Likeness l)
    {
        var sum = Start + (Text * l.Text.Sure) + (Words * l.Words) + (Headline * l.Headline) + (Length * l.Length)
            + (OtherNames * l.OtherNames * l.Titles);
        if (l.Text.Shared < LeastShared)
            sum += NothingShared;
        if (l.SameSource)
            sum += SameSource + (SameSourceOtherTitle * (1 - l.Titles)) + (l.OtherNumbers > 0 ? SameSourceOtherNumbers : 0);
        else
            sum += OtherNumbers * l.OtherNumbers * l.OtherNumbers;
        return Math.Round(1 / (1 + Math.Exp(-sum)), 4);
    }

    public static Verdict Judge(in Likeness l, long? story, MatchOptions options)
    {
        var score = Of(l);
        var same = score >= options.Line;
        return new Verdict(story, same, score, Signals(l), ComparisonReason.Of(l, same, score));
    }

    private static Signal[] Signals(in Likeness l) =>
    [
        new("text in both", Math.Round(l.Text.Sure, 3)),
        new("words of the opening", Math.Round(l.Words, 3)),
        new("headline in the other", Math.Round(l.Headline, 3)),
        new("titles alike", Math.Round(l.Titles, 3)),
        new("other numbers", l.OtherNumbers),
        new("other names", l.OtherNames),
        new("length", Math.Round(l.Length, 3)),
        new("same source", l.SameSource ? 1 : 0),
    ];
}
