using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Dates;

/// <summary>Days whose month is a word: "22 Okt 2024", "October 22nd, 2024", asctime's "Oct 22 19:08:00 2024".</summary>
internal static partial class NamedMonth
{
    public static DateTime? Find(string text, DateTimeOffset now)
    {
        var months = Word().Matches(text).Select(w => (Word: w, Month: MonthNames.Find(w.Value))).Where(w => w.Month is not null).ToList();
        // The usual order first: "mar" is also the French and Spanish Tuesday.
        foreach (var (word, month) in months)
        {
            if (DayFirst(text, word, month!.Value, now) is { } day)
                return day;
        }

        foreach (var (word, month) in months)
        {
            if (MonthFirst(text, word, month!.Value, now) is { } day)
                return day;
        }

        return months.Select(m => YearFirst(text, m.Word, m.Month!.Value, now)).FirstOrDefault(day => day is not null);
    }

    // "2025. gada 24. novembris", "2025-yil 24-noyabr", "2025 оны қарашаның 24".
    private static DateTime? YearFirst(string text, Match word, int month, DateTimeOffset now)
    {
        var before = YearBefore().Match(text[..word.Index]);
        var day = before.Groups["d"].Success ? before.Groups["d"] : DayAfter().Match(text[(word.Index + word.Length)..]).Groups["d"];
        return before.Success && day.Success ? OtherCalendars.Day(Number(before.Groups["y"].Value), month, Number(day.Value), now) : null;
    }

    private static DateTime? DayFirst(string text, Match word, int month, DateTimeOffset now)
    {
        var before = DayBefore().Match(text[..word.Index]);
        var year = YearAfter().Match(text[(word.Index + word.Length)..]);
        return before.Success && year.Success ? DayOrYear(before.Groups[1].Value, year.Groups[1].Value, month, now) : null;
    }

    private static DateTime? MonthFirst(string text, Match word, int month, DateTimeOffset now)
    {
        var after = DayAndYearAfter().Match(text[(word.Index + word.Length)..]);
        return after.Success
            ? OtherCalendars.Day(DatePart.FullYear(after.Groups["y"].Value, now), month, Number(after.Groups["d"].Value), now)
            : null;
    }

    // "2024-Oct-22" has them the other way round.
    private static DateTime? DayOrYear(string first, string last, int month, DateTimeOffset now) =>
        first.Length == 4
            ? OtherCalendars.Day(Number(first), month, Number(last), now)
            : OtherCalendars.Day(DatePart.FullYear(last, now), month, Number(first), now);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[\p{L}\p{M}]{3,}|[\u0E01-\u0E4E\u0620-\u06FF]{2,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<!\d)(\d{1,2}|\d{4})(?:st|nd|rd|th|er|º)?\.?[\s,/-]*(?:de|of|den|m\.)?[\s,/-]*$", RegexOptions.IgnoreCase)]
    private static partial Regex DayBefore();

    [GeneratedRegex(@"^\.?[\s,/-]*(?:de|del)?[\s,/-]*'?(\d{4}|\d{1,3})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex YearAfter();

    [GeneratedRegex(@"^\.?[\s,/-]*(?<d>\d{1,2})(?:st|nd|rd|th)?\b[^\d]*(?<y>\d{4})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex DayAndYearAfter();

    [GeneratedRegex(@"(?<!\d)(?<y>\d{4})(?:\D{1,14}?(?<d>\d{1,2})[\s.,-]{1,3}|\D{1,14})$")]
    private static partial Regex YearBefore();

    [GeneratedRegex(@"^\D{1,6}(?<d>\d{1,2})(?![\d:])")]
    private static partial Regex DayAfter();
}
