using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Dates;

/// <summary>Numbers of dates in Chinese characters: 二〇二五年十一月二十四日.</summary>
internal static partial class HanNumbers
{
    private const string Digits = "〇一二三四五六七八九";

    public static string Normalise(string text) =>
        Number().Replace(text, match => Value(Plain(match.Value)).ToString(CultureInfo.InvariantCulture));

    // Two zeros, and the short forms of twenty and thirty.
    private static string Plain(string number) => number.Replace('零', '〇').Replace('○', '〇')
        .Replace("廿", "二十", StringComparison.Ordinal).Replace("卅", "三十", StringComparison.Ordinal);

    // Digit by digit as years are written, else by tens.
    private static int Value(string number)
    {
        var ten = number.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return number.Aggregate(0, (value, c) => (value * 10) + Digits.IndexOf(c, StringComparison.Ordinal));
        var tens = ten == 0 ? 1 : Value(number[..ten]);
        return (tens * 10) + Value(number[(ten + 1)..].Replace("十", "", StringComparison.Ordinal));
    }

    // Only before the words that make it a year, month, day, hour, minute or second.
    [GeneratedRegex(@"[〇零○一二三四五六七八九十廿卅]{1,4}(?=\s*[年月日號号時时點点分秒])")]
    private static partial Regex Number();
}
