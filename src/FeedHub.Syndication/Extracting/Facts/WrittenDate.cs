using System.Globalization;
using System.Text.RegularExpressions;
using FeedHub.Syndication.Reading.Dates;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>A date as a page writes it.</summary>
/// <param name="Local">Day and time of day as written; midnight where no time is written.</param>
/// <param name="Offset">The offset that is written or named, or null.</param>
/// <param name="HasTime">True if a time of day is written.</param>
internal sealed partial record WrittenDate(DateTime Local, TimeSpan? Offset, bool HasTime)
{
    private const int MaxLength = 120;

    /// <summary>True where the page gives it as the day of a change.</summary>
    public bool IsOfChange { get; init; }

    private static readonly TimeZoneInfo Far = TimeZoneInfo.CreateCustomTimeZone("far", TimeSpan.FromHours(11), "far", "far");

    /// <summary>Reads a date alone, in a machine's form or in words; null if it is none, or one that no article can have.</summary>
    public static WrittenDate? Parse(string? text, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength)
            return null;
        var date = Iso(text) ?? Other(text, now);
        return date is { Local.Year: >= 1995 } && date.Local <= now.UtcDateTime.AddDays(400) ? date : null;
    }

    private static WrittenDate? Iso(string text)
    {
        var match = IsoForm().Match(text);
        if (!match.Success || !DateTime.TryParseExact(
            match.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return null;
        if (!match.Groups["time"].Success)
            return new(day, null, false);
        var written = match.Groups["time"].Value.Replace('.', ':');
        return TimeSpan.TryParse(written, CultureInfo.InvariantCulture, out var time) && time < TimeSpan.FromDays(1)
            ? new(day + time, Zone(match.Groups["zone"].Value), true) : new(day, null, false);
    }

    private static TimeSpan? Zone(string zone)
    {
        if (zone.Length == 0)
            return null;
        if (zone is "Z" or "z")
            return TimeSpan.Zero;
        var digits = zone[1..].Replace(":", "", StringComparison.Ordinal).PadRight(4, '0');
        var offset = new TimeSpan(
            int.Parse(digits[..2], CultureInfo.InvariantCulture),
            int.Parse(digits[2..4], CultureInfo.InvariantCulture),
            0);
        return offset > TimeSpan.FromHours(14) ? null : zone[0] == '-' ? -offset : offset;
    }

    // Read in two zones: where the text names one, both come to the same instant.
    private static WrittenDate? Other(string text, DateTimeOffset now)
    {
        var usual = Bar().Replace(text, " ");
        if (FeedDate.Parse(usual, TimeZoneInfo.Utc, now) is not { } here || FeedDate.Parse(usual, Far, now) is not { } far)
            return null;
        var hasTime = here.TimeOfDay != TimeSpan.Zero || Clock().IsMatch(text);
        if (here != far)
            return new(here.UtcDateTime, null, hasTime);
        var offset = TimeOfDay.Extract(usual).Time.Offset ?? TimeSpan.Zero;
        return new(DateTime.SpecifyKind(here.UtcDateTime + offset, DateTimeKind.Unspecified), offset, true);
    }

    [GeneratedRegex(
        @"^\s*(?<day>\d{4}-\d\d-\d\d)(?:(?:T|\s+)(?<time>\d\d[:.]\d\d(?:[:.]\d\d)?)(?:[.,]\d+)?\s*(?<zone>[Zz]"
            + @"|[+-]\d\d(?::?\d\d)?)?(?:\[[^\]]*\])?)?\s*$")]
    private static partial Regex IsoForm();

    [GeneratedRegex(@"\s*[|•·]\s*|\s+[-–—]\s+")]
    private static partial Regex Bar();

    [GeneratedRegex(@"\d{1,2}[:.h]\d{2}")]
    private static partial Regex Clock();
}
