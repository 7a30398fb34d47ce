using System.Text;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Dates;

/// <summary>Thai dates, "24 พ.ย. 68 15.10 น.", with whole years and months without points.</summary>
internal static partial class ThaiDate
{
    public static string Normalise(string text) =>
        Ascii.IsValid(text) || !Thai().IsMatch(text)
            ? text
            : ShortYear().Replace(ShortNumericYear().Replace(Points().Replace(Era().Replace(text, ""), ""), "25"), "25");

    [GeneratedRegex("[\u0E01-\u0E4E]")]
    private static partial Regex Thai();

    // "Of the Buddhist era" stands between month and year.
    [GeneratedRegex(@"พ\.?\s?ศ\.?\s*(?=\d)")]
    private static partial Regex Era();

    [GeneratedRegex(@"(?<=[\u0E01-\u0E4E])\.")]
    private static partial Regex Points();

    [GeneratedRegex(@"(?<=\d\s*[\u0E01-\u0E4E]{2,}\s*)(?=\d\d(?![\d:.]))")]
    private static partial Regex ShortYear();

    // "24/11/68 10:00 น.": the Thai word tells whose year it is.
    [GeneratedRegex(@"(?<=(?<!\d)\d{1,2}\s?[-/]\s?\d{1,2}\s?[-/]\s?)(?=[4-9]\d(?![\d:.]))")]
    private static partial Regex ShortNumericYear();
}
