using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Dates;

/// <summary>The time of day in a date, with the zone behind it.</summary>
/// <param name="Value">Time since midnight; up to 24 hours.</param>
/// <param name="Offset">Offset from UTC, or null where the text names no known zone.</param>
/// <param name="IsTwelveHour">True with a.m. or p.m., which tells of an American date.</param>
internal readonly partial record struct TimeOfDay(TimeSpan Value, TimeSpan? Offset, bool IsTwelveHour)
{
    /// <summary>The text without its time and zone, and these.</summary>
    public static (string Around, TimeOfDay Time) Extract(string text)
    {
        var match = Clock().Match(text);
        if (!match.Success)
            match = DottedClock().Match(text);
        if (!match.Success)
            match = HourAlone().Match(text);
        if (!match.Success)
            return (text, new TimeOfDay(TimeSpan.Zero, ZoneNames.Find(text), false));
        var (before, after) = (text[..match.Index], text[(match.Index + match.Length)..]);
        var (hour, zone) = DayHalf.Read(before, Number(match, "h"), after);
        return Read(match, hour) is { } value
            ? (OffsetText().Replace(before.TrimEnd('T', 't') + " " + after, " ", 1, match.Index),
                new TimeOfDay(value, ZoneNames.Find(zone), DayHalf.IsLatin(after)))
            : ("", default);
    }

    private static TimeSpan? Read(Match match, int hour)
    {
        int minute = Number(match, "m"), second = Math.Min(Number(match, "s"), 59);
        var isPossible = minute < 60 && Number(match, "s") <= 61 && (hour < 24 || (hour == 24 && minute == 0));
        return isPossible ? new TimeSpan(hour, minute, second) + Fraction(match.Groups["f"].Value) : null;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    // Milliseconds are kept, what is finer is noise.
    private static TimeSpan Fraction(string digits) =>
        digits.Length == 0 ? TimeSpan.Zero
        : TimeSpan.FromMilliseconds(int.Parse(digits.PadRight(3, '0')[..3], CultureInfo.InvariantCulture));

    // French and Vietnamese papers write h and giờ for the colon.
    [GeneratedRegex(
        @"(?<!\d)(?<h>\d{1,2})\s?(?::|h|giờ)\s?(?<m>\d{1,2})(?:\s?:\s?(?<s>\d{1,2})(?:[.,:](?<f>\d+))?)?",
        RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    // A point stands between hours and minutes only where a word says that it is a time, else it may be a date.
    [GeneratedRegex(
        @"(?<=(?:pukul|jam|kl\.?|um|at)\s{1,3}|\s)(?<h>\d{1,2})\.(?<m>\d{2})(?:\.(?<s>\d{2}))?(?=\s*(?:WIB"
            + @"|WITA|WIT|GMT|UTC|BST|CES?T|Uhr|pagi|siang"
            + @"|sore|malam|petang|[ap]\.?m)\b|\s*น(?!\p{L})|\s*$|\s+[+-]\d{4})", RegexOptions.IgnoreCase)]
    private static partial Regex DottedClock();

    [GeneratedRegex(@"(?<![\d:.])(?<h>\d{1,2})(?:(?=\s?[ap](?:\.\s?)?m\b)|\s?(?:Uhr|h|giờ)(?!\p{L}))", RegexOptions.IgnoreCase)]
    private static partial Regex HourAlone();

    [GeneratedRegex(@"(?<=^|\s)(?:(?:GMT|UTC)\s*)?[+\u2212-]\d{1,2}:?\d{2}\b|(?:GMT|UTC)\s*[+-]\d{1,2}", RegexOptions.IgnoreCase)]
    private static partial Regex OffsetText();
}
