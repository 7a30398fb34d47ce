using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>The day in an article's address: "/2026/11/29/", "/2026/nov/29/", "/2026-11-29-", "/20261129…".</summary>
internal static partial class AddressDay
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The day, or null where there is none.</summary>
    public static DateTime? Find(Uri uri) =>
        Parts().Match(uri.AbsolutePath) is { Success: true } parts ? Day(parts)
        : Digits().Match(uri.AbsolutePath) is { Success: true } digits ? Day(digits)
        : null;

    private static DateTime? Day(Match match)
    {
        var (year, month, day) = (Number(match, "y"), Month(match.Groups["m"].Value), Number(match, "d"));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
    }

    private static int Month(string text) =>
        char.IsAsciiDigit(text[0]) ? int.Parse(text, CultureInfo.InvariantCulture)
        : Array.IndexOf(Months, text[..3].ToLowerInvariant()) + 1;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"/(?<y>(?:19|20)\d\d)[/-](?<m>\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)[/-](?<d>\d{1,2})(?![\d])",
        RegexOptions.IgnoreCase)]
    private static partial Regex Parts();

    // A day, or the moment of writing: fourteen digits, as papers make their numbers of.
    [GeneratedRegex(@"[/_-](?<y>20\d\d)(?<m>0[1-9]|1[0-2])(?<d>[0-2]\d|3[01])(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?(?!\d)")]
    private static partial Regex Digits();
}
