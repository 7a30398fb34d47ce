using System.Globalization;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Matching;

/// <summary>Why two texts are the same article, or are not.</summary>
internal static class ComparisonReason
{
    private const double Alike = 0.7;
    private const double Unlike = 0.3;

    public static Reason Of(in Likeness l, bool same, double score) => Reason.Of(
        ReasonCode.Compared,
        [
            same ? ReasonCode.SameText : score >= 0.1 ? ReasonCode.Doubtful : ReasonCode.AnotherText,
            Hundredths(score),
            (100 * l.Text.Share).ToString("0", CultureInfo.InvariantCulture),
            Headlines(l.Headline),
            Hundredths(l.Headline),
            Numbers(l.OtherNumbers),
            .. l.OtherNames > 0 ? [ReasonCode.NamesDiffer] : (ReasonArgument[])[],
            .. l.SameSource ? [ReasonCode.SameSource] : (ReasonArgument[])[],
        ]);

    private static string Hundredths(double share) => share.ToString("0.00", CultureInfo.InvariantCulture);

    private static ReasonCode Headlines(double headline) => headline switch
    {
        >= Alike => ReasonCode.HeadlinesAlike,
        >= Unlike => ReasonCode.HeadlinesPartlyAlike,
        _ => ReasonCode.HeadlinesDiffer,
    };

    private static ReasonCode Numbers(double other) => other switch
    {
        0 => ReasonCode.NumbersAgree,
        < 1 => ReasonCode.OneNumberDiffers,
        _ => ReasonCode.NumbersDiffer,
    };
}
