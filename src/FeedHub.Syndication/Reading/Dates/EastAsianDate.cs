using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Dates;

/// <summary>Chinese, Japanese and Korean dates, "2024년 10월 22일 오후 7:08", rewritten with figures only.</summary>
internal static partial class EastAsianDate
{
    public static string Normalise(string text)
    {
        var day = Day().Match(text);
        if (!day.Success) return text;
        var isAfternoon = text.Contains("오후", StringComparison.Ordinal) || text.Contains("下午", StringComparison.Ordinal) || text.Contains("午後", StringComparison.Ordinal);
        var isMorning = text.Contains("오전", StringComparison.Ordinal) || text.Contains("上午", StringComparison.Ordinal) || text.Contains("午前", StringComparison.Ordinal);
        var half = isAfternoon ? "pm" : isMorning ? "am" : "";
        var clock = Clock().Match(text[(day.Index + day.Length)..]);
        var time = clock.Success ? $" {clock.Groups["h"].Value}:{clock.Groups["m"].Value}{clock.Groups["s"].Value} {half} {clock.Groups["rest"].Value}" : "";
        return $"{day.Groups["y"].Value}-{day.Groups["m"].Value}-{day.Groups["d"].Value}{time}";
    }

    [GeneratedRegex(@"(?<y>\d{4})\s*[年년]\s*(?<m>\d{1,2})\s*[月월]\s*(?<d>\d{1,2})\s*[日일]?")]
    private static partial Regex Day();

    [GeneratedRegex(@"(?<h>\d{1,2})\s*[:時时시]\s*(?<m>\d{1,2})\s*[分분]?(?<s>:\d{2})?(?<rest>.*)$")]
    private static partial Regex Clock();
}
