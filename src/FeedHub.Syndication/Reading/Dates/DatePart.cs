using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Dates;

/// <summary>The day in a date from which time and zone are taken away.</summary>
internal static partial class DatePart
{
    /// <summary>The day, or null if there is none or it does not exist.</summary>
    /// <param name="text">The text around the day; names of week days are skipped.</param>
    /// <param name="isAmerican">True if 3/4 means the fourth of March.</param>
    /// <param name="now">The present, for two-digit years.</param>
    public static DateTime? Find(string text, bool isAmerican, DateTimeOffset now) =>
        Compact().Match(text) is { Success: true } compact ? Day(compact, now)
        : YearFirst().Match(text) is { Success: true } iso ? Day(iso, now)
        : DayOfYear().Match(text) is { Success: true } ordinal ? OrdinalDay(ordinal, now)
        : Numeric().Match(text) is { Success: true } numeric ? NumericDay(numeric, isAmerican, now)
        : NamedMonth.Find(text, now) ?? (YearAndMonth().Match(text) is { Success: true } month ? Day(month, now) : null);

    /// <summary>The day if it exists.</summary>
    public static DateTime? Make(int year, int month, int day)
    {
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        return new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
    }

    /// <summary>The year that two or three digits mean (RFC 2822 4.3), never far in the future.</summary>
    public static int FullYear(string digits, DateTimeOffset now)
    {
        var year = int.Parse(digits, CultureInfo.InvariantCulture);
        if (digits.Length > 3)
            return year;
        if (digits.Length == 3)
            return year + 1900;
        return year + (2000 + year > now.Year + 10 ? 1900 : 2000);
    }

    private static DateTime? Day(Match match, DateTimeOffset now) =>
        OtherCalendars.Day(Number(match, "y", 1), Number(match, "m", 1), Number(match, "d", 1), now);

    private static DateTime? OrdinalDay(Match match, DateTimeOffset now)
    {
        int year = Number(match, "y", 1), day = Number(match, "d", 1);
        return day is > 0 and <= 366 && OtherCalendars.Day(year, 1, 1, now) is { Year: < 9999 } first ? first.AddDays(day - 1) : null;
    }

    private static DateTime? NumericDay(Match match, bool isAmerican, DateTimeOffset now)
    {
        int first = Number(match, "a", 1), second = Number(match, "b", 1), year = FullYear(match.Groups["y"].Value, now);
        var monthFirst = second > 12 || (isAmerican && first <= 12);
        return monthFirst ? OtherCalendars.Day(year, first, second, now) : OtherCalendars.Day(year, second, first, now);
    }

    private static int Number(Match match, string group, int otherwise) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : otherwise;

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20|25)\d\d)(?<m>0[1-9]|1[0-2])(?<d>[0-3]\d)(?=[\sT]|$)")]
    private static partial Regex Compact();

    [GeneratedRegex(@"(?<!\d)(?<y>\d{4})\s?[-/.]\s?(?<m>\d{1,2})\s?[-/.]\s?(?<d>\d{1,2})(?!\d)")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<!\d)(?<y>\d{4})-?(?<d>\d{3})(?!\d)")]
    private static partial Regex DayOfYear();

    [GeneratedRegex(@"(?<!\d)(?<a>\d{1,2})\s?[-/.]\s?(?<b>\d{1,2})\s?[-/.]\s?(?<y>\d{4}|\d{2})(?!\d)")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"^\s*(?<y>(?:19|20|25)\d\d)(?:-(?<m>\d{1,2}))?\s*$")]
    private static partial Regex YearAndMonth();
}
