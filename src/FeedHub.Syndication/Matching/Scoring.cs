namespace FeedHub.Syndication.Matching;

/// <summary>From signals to a score and its reason.</summary>
internal static class Scoring
{
    public static double Of(Likeness l)
    {
        var sum = -9.5 + (6 * l.Text) + (5 * l.Words) + (5 * l.Headline)
            - (l.SameSource ? 0.5 + (2 * (1 - l.Titles)) + (5 * l.OtherNumbers) : l.OtherNumbers);
        return Math.Round(1 / (1 + Math.Exp(-sum)), 4);
    }

    public static Verdict Verdict(Likeness l, long? story, MatchOptions options)
    {
        var score = Of(l);
        return new Verdict(
            story, score >= options.Line, score,
            [new("text", l.Text), new("words", l.Words), new("headline", l.Headline), new("titles", l.Titles), new("numbers", l.Numbers),
             new("other numbers", l.OtherNumbers), new("length", l.Length), new("size", l.Size), new("same source", l.SameSource ? 1 : 0)],
            "");
    }
}
