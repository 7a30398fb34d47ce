using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Dates;

/// <summary>
/// Dates as publishers write them: RFC 822 and its misuses, RFC 3339, W3C-DTF, asctime, month names of many languages, Unix
/// times, in the digits, half days and calendars of many. The culture of the machine plays no part.
/// </summary>
internal static partial class FeedDate
{
    // Longer than any date with the words around it; bounds the work on hostile input.
    private const int MaxLength = 150;

    // Before the web there were no feeds: years like 0001 are a program's empty date.
    private const int FirstYear = 1900;

    /// <summary>The instant, or null if the text is not a possible date.</summary>
    /// <param name="raw">The text as published.</param>
    /// <param name="zone">The zone of dates that carry none.</param>
    /// <param name="now">The present, against which two-digit years are read.</param>
    public static DateTimeOffset? Parse(string? raw, TimeZoneInfo zone, DateTimeOffset now) =>
        Read(raw, zone, now) is { } instant && IsPossible(instant) ? instant : null;

    /// <summary>The instant as written, even where nobody can have meant it; null if the text is not a date.</summary>
    public static DateTimeOffset? Read(string? raw, TimeZoneInfo zone, DateTimeOffset now)
    {
        var text = raw?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength)
            return null;
        text = OtherDigits.Normalise(text);
        if (text.Length > MaxLength)
            return null;
        return Common(text) ?? UnixTime.Parse(text) ?? Parts(text, zone, now);
    }

    private static bool IsPossible(DateTimeOffset instant) => instant.Year >= FirstYear && instant != DateTimeOffset.UnixEpoch;

    private static DateTimeOffset? Common(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd, d MMM yyyy HH:mm:ss zzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:sszzz"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var instant) && !OtherCalendars.IsBuddhist(instant.Year) ? instant : null;

    private static DateTimeOffset? Parts(string written, TimeZoneInfo own, DateTimeOffset now)
    {
        var (text, named) = IanaZone.Extract(VietnameseDate.Normalise(ThaiDate.Normalise(OtherCalendars.Normalise(written))));
        var zone = named ?? own;
        text = ShortYear().Replace(text, m => $"{DatePart.FullYear(m.Groups[1].Value, now)}-");
        var (rest, time) = TimeOfDay.Extract(EastAsianDate.Normalise(CompactForm().Replace(text, "$1-$2-$3 $4:$5:$6 ")));
        return DatePart.Find(rest, time.IsTwelveHour, now) is { } date ? Join(date, time, zone) : null;
    }

    private static DateTimeOffset? Join(DateTime date, TimeOfDay time, TimeZoneInfo zone)
    {
        if (time.Value.Ticks > DateTime.MaxValue.Ticks - date.Ticks)
            return null;
        var local = date.Add(time.Value);
        var offset = time.Offset ?? zone.GetUtcOffset(local);
        var ticks = local.Ticks - offset.Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks || offset.Duration() > TimeSpan.FromHours(14))
            return null;
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    // The T tells an ISO date whose year was cut to two digits from 22-10-24.
    [GeneratedRegex(@"^(\d\d)-(?=\d\d-\d\dT\d)")]
    private static partial Regex ShortYear();

    // ISO 8601's basic form, 20241022T190800.
    [GeneratedRegex(@"^((?:19|20|25)\d\d)-?(\d\d)-?(\d\d)T?(\d\d)(\d\d)(\d\d)(?!\d)")]
    private static partial Regex CompactForm();
}
