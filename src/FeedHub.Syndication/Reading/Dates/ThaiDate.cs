using System.Text;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Dates;

/// <summary>Thai dates, "24 พ.ย. 68 15.10 น.", with whole years and months without points.</summary>
internal static partial class ThaiDate
{
    public static string Normalise(string text) =>
        Ascii.IsValid(text) ? text : ShortYear().Replace(Points().Replace(Era().Replace(text, ""), ""), "25");

    // "Of the Buddhist era" stands between month and year.
    [GeneratedRegex(@"พ\.?\s?ศ\.?\s*(?=\d)")]
    private static partial Regex Era();

    [GeneratedRegex(@"(?<=[\u0E01-\u0E4E])\.")]
    private static partial Regex Points();

    [GeneratedRegex(@"(?<=\d\s*[\u0E01-\u0E4E]{2,}\s*)(?=\d\d(?![\d:.]))")]
    private static partial Regex ShortYear();
}
