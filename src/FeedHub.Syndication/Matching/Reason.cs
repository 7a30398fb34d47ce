using System.Globalization;

namespace FeedHub.Syndication.Matching;

/// <summary>A verdict in words for a reader.</summary>
internal static class Reason
{
    private const double Alike = 0.7;
    private const double Unlike = 0.3;

    public static string Of(in Likeness l, bool same, double score)
    {
        var what = same ? "same text" : score >= 0.1 ? "doubtful" : "another text";
        var names = l.OtherNames > 0 ? ", each names what the other does not" : "";
        var source = l.SameSource ? ", from the same source" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{what} ({score:0.00}): {100 * l.Text.Share:0} % of the shorter text is in both, {Headlines(l.Headline)} "
                + $"({l.Headline:0.00}), {Numbers(l.OtherNumbers)}{names}{source}");
    }

    private static string Headlines(double headline) => headline switch
    {
        >= Alike => "headlines alike",
        >= Unlike => "headlines partly alike",
        _ => "headlines differ",
    };

    private static string Numbers(double other) => other switch
    {
        0 => "numbers agree",
        < 1 => "one number differs",
        _ => "numbers differ",
    };
}
