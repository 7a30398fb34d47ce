using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Dates;

/// <summary>Vietnamese dates, "ngày 24 tháng 11 năm 2025" and "24 thg 11, 2025", rewritten with figures only.</summary>
internal static partial class VietnameseDate
{
    public static string Normalise(string text) => Day().Replace(text, "${y}-${m}-${d}");

    [GeneratedRegex(
        @"(?<!\d)(?<d>\d{1,2})\s*(?:tháng|thg)\s*(?<m>\d{1,2})\s*,?\s*(?:năm\s*)?(?<y>\d{4})(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}
