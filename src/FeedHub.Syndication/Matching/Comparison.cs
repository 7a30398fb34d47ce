using System.Globalization;

namespace FeedHub.Syndication.Matching;

/// <summary>Compares two items by their fingerprints.</summary>
public static class Comparison
{
    /// <summary>The verdict over a pair, the same in either order.</summary>
    /// <param name="a">One item.</param>
    /// <param name="b">The other.</param>
    /// <param name="sameSource">Whether both came from one source: then more is asked for.</param>
    /// <param name="options">The line, or null for the default.</param>
    public static Verdict Of(Fingerprint a, Fingerprint b, bool sameSource, MatchOptions? options = null)
    {
        if (a.IsEmpty || b.IsEmpty) return Verdict.None;
        var text = Shared(a.Text, b.Text);
        var title = Shared(a.Title, b.Title);
        var score = text;
        var why = string.Create(CultureInfo.InvariantCulture, $"same text ({score:0.00}): {100 * text:0} % of the shorter text is in both");
        return new Verdict(null, score >= (options ?? new()).Line, score, [new("text in both", text), new("headline", title)], why);
    }

    private static double Shared(uint[] a, uint[] b) =>
        a.Length == 0 || b.Length == 0 ? 0 : (double)a.Intersect(b).Count() / Math.Min(a.Length, b.Length);
}
