using System.Text;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Dates;

/// <summary>Chinese, Japanese and Korean dates, "2024년 10월 22일 오후 7:08", rewritten with figures only.</summary>
internal static partial class EastAsianDate
{
    public static string Normalise(string text) =>
        Ascii.IsValid(text) ? text : Clock().Replace(Day().Replace(text, "${y}-${m}-${d} "), Time);

    private static string Time(Match match)
    {
        var minute = match.Groups["half"].Success ? "30" : match.Groups["m"].Success ? match.Groups["m"].Value.PadLeft(2, '0') : "00";
        return $"{match.Groups["h"].Value}:{minute}{(match.Groups["s"].Success ? ":" + match.Groups["s"].Value : "")} ";
    }

    // Japanese papers put the emperor's year in brackets behind the year.
    [GeneratedRegex(@"(?<y>\d{4})\s*[年년]\s*(?:\([^()]{1,20}\)\s*)?(?<m>\d{1,2})\s*[月월]\s*(?<d>\d{1,2})(?:\s*[日号號일])?")]
    private static partial Regex Day();

    [GeneratedRegex(
        @"(?<!\d)(?<h>\d{1,2})\s*[時时点點시]\s*(?:(?<m>\d{1,2})\s*[分분]?|(?<half>[半반]))?(?::(?<s>\d{2})(?!\d)|\s*(?<s>\d{1,2})\s*[秒초])?")]
    private static partial Regex Clock();
}
