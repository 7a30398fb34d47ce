using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Dates;

/// <summary>Years that are not counted from the birth of Christ: of the Buddha, of emperors and republics, of the Hijra.</summary>
internal static partial class OtherCalendars
{
    // The years of the Buddhist era that feeds can mean are 2440 and later; nobody dates an item 500 years ahead.
    private const int FirstBuddhist = 2400, LastBuddhist = 2700, BuddhistAhead = 543;

    private const int FirstHijri = 1300, LastHijri = 1500;

    /// <summary>Years before the first of each count.</summary>
    private static readonly Dictionary<string, int> Eras = new(StringComparer.Ordinal)
    {
        ["令和"] = 2018, ["平成"] = 1988, ["昭和"] = 1925, ["大正"] = 1911, ["民國"] = 1911, ["民国"] = 1911, ["주체"] = 1911,
        ["R"] = 2018, ["H"] = 1988, ["S"] = 1925,
    };

    private static readonly PersianCalendar Persian = new();
    private static readonly UmAlQuraCalendar Islamic = new();

    /// <summary>Whether a year can only be one of the Buddhist era.</summary>
    public static bool IsBuddhist(int year) => year is >= FirstBuddhist and <= LastBuddhist;

    /// <summary>The text with the years of eras in those of Christ: 令和7年 is 2025年.</summary>
    public static string Normalise(string text)
    {
        var plain = EraLetter().Replace(text, InChristian);
        return Ascii(plain) ? plain : EraYear().Replace(ArabicDate.Normalise(plain), InChristian);
    }

    /// <summary>The day of the Gregorian calendar, or null if there is no such day.</summary>
    /// <param name="year">As written; of the Buddhist era from 2400 to 2700, of the Hijra from 1300 to 1500.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to 31.</param>
    /// <param name="now">The present: what would lie ahead in the Persian calendar is the Islamic one's.</param>
    public static DateTime? Day(int year, int month, int day, DateTimeOffset now) =>
        IsBuddhist(year) ? DatePart.Make(year - BuddhistAhead, month, day)
        : year is >= FirstHijri and <= LastHijri ? Day(year > Persian.GetYear(now.UtcDateTime) + 1 ? Islamic : Persian, year, month, day)
        : DatePart.Make(year, month, day);

    private static DateTime? Day(Calendar calendar, int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= calendar.GetDaysInMonth(year, month)
            ? calendar.ToDateTime(year, month, day, 0, 0, 0, 0)
            : null;

    private static string InChristian(Match match)
    {
        if (match.Groups["other"].Success)
            return match.Groups["other"].Value;
        var year = match.Groups["y"].Value is "元" ? 1 : int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture);
        return (Eras[match.Groups["era"].Value] + year).ToString(CultureInfo.InvariantCulture);
    }

    private static bool Ascii(string text) => System.Text.Ascii.IsValid(text);

    // North Korea writes both: 주체114(2025)년.
    [GeneratedRegex(@"(?<era>令和|平成|昭和|大正|民國|民国|주체)\s*(?<y>\d{1,3}|元)(?:\s*\((?<other>\d{4})\))?(?!\d)")]
    private static partial Regex EraYear();

    // Offices and papers of Japan cut them to a letter: R7.11.24.
    [GeneratedRegex(@"(?<![A-Za-z0-9])(?<era>[RHS])(?<y>\d{1,2})(?=[./-]\d{1,2}[./-]\d{1,2}(?!\d))")]
    private static partial Regex EraLetter();
}
