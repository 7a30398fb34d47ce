using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Dates;

/// <summary>
/// Times as pages tell them to readers who know what day it is: "2 jam lalu", "kemarin", "58 mins ago", "heute, 18:00 Uhr", "29 Nov",
/// "10:05". In Indonesian and English, and the commonest words of some other languages.
/// </summary>
internal static partial class SpokenTime
{
    // Longer than any of these; bounds the work on hostile input.
    private const int MaxLength = 80;

    // A clock of the page's that is ahead of ours.
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    /// <summary>The moment, and whether only its day is told (then its first moment in UTC); null where the text tells none.</summary>
    /// <param name="text">What the page says.</param>
    /// <param name="zone">Whose day it is.</param>
    /// <param name="now">When the page said it.</param>
    public static (DateTimeOffset Instant, bool IsDay)? Parse(string text, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (text.Length > MaxLength)
            return null;
        var local = TimeZoneInfo.ConvertTime(now, zone);
        if (Now().IsMatch(text))
            return (now, false);
        if (Ago().Match(text) is { Success: true } ago)
            return Back(ago, local);
        if (Today().IsMatch(text))
            return At(local.Date, text, zone);
        if (Yesterday().Match(text) is { Success: true } yesterday)
            return At(local.Date.AddDays(yesterday.Groups["two"].Success ? -2 : -1), text, zone);
        return WithoutYear(text, zone, local) ?? Alone(text, zone, local);
    }

    /// <summary>True for an hour without any day.</summary>
    public static bool IsHourAlone(string text) => TimeAlone().IsMatch(text);

    private static (DateTimeOffset, bool)? Back(Match ago, DateTimeOffset now)
    {
        var number = ago.Groups["n"].Value.ToLowerInvariant() switch
        {
            "setengah" or "half an" or "half a" => 0.5,
            var n when int.TryParse(n, CultureInfo.InvariantCulture, out var count) => count,
            _ => 1,
        };
        if (number > 1000)
            return null;
        return Unit(ago) switch
        {
            's' => (now.AddSeconds(-number).ToUniversalTime(), false),
            'm' => (now.AddMinutes(-number).ToUniversalTime(), false),
            'h' => (now.AddHours(-number).ToUniversalTime(), false),
            'd' => Day(now.Date.AddDays(-number)),
            'w' => Day(now.Date.AddDays(-7 * number)),
            'M' => Day(now.Date.AddMonths(-(int)Math.Ceiling(number))),
            _ => Day(now.Date.AddYears(-(int)Math.Ceiling(number))),
        };
    }

    private static char Unit(Match ago) =>
        ago.Groups["s"].Success ? 's' : ago.Groups["m"].Success ? 'm' : ago.Groups["h"].Success ? 'h' : ago.Groups["d"].Success ? 'd'
        : ago.Groups["w"].Success ? 'w' : ago.Groups["mo"].Success ? 'M' : 'y';

    private static (DateTimeOffset, bool)? Day(DateTime date) => (new(date.Date, TimeSpan.Zero), true);

    // The day, at the time that stands beside the word.
    private static (DateTimeOffset, bool)? At(DateTime date, string text, TimeZoneInfo zone)
    {
        if (!Clock().IsMatch(text))
            return Day(date);
        var written = string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd} {Clock().Match(text).Value}");
        return FeedDate.Parse(written, zone, new(date, TimeSpan.Zero)) is { } instant ? (instant.ToUniversalTime(), false) : Day(date);
    }

    private static (DateTimeOffset, bool)? WithoutYear(string text, TimeZoneInfo zone, DateTimeOffset local)
    {
        if (Year().IsMatch(text) || !NamedDay().IsMatch(text))
            return null;
        var named = NamedDay().Match(text);
        var month = named.Groups["m"].Value;
        if (MonthNames.Find(month) is null)
            return null;
        var day = named.Groups["d"].Value;
        foreach (var year in (int[])[local.Year, local.Year - 1])
        {
            var date = FeedDate.Parse(string.Create(CultureInfo.InvariantCulture, $"{day} {month} {year}"), TimeZoneInfo.Utc, local);
            if (date is { } found && found.Date <= local.Date.AddDays(1))
                return At(found.Date, text.Remove(named.Index, named.Length), zone);
        }

        return null;
    }

    // "10:05" is today's, or yesterday's where it has not come yet.
    private static (DateTimeOffset, bool)? Alone(string text, TimeZoneInfo zone, DateTimeOffset local) =>
        TimeAlone().IsMatch(text) && At(local.Date, text, zone) is var (instant, isDay) && !isDay
            ? (instant > local + Slack ? instant.AddDays(-1) : instant, false)
            : null;

    [GeneratedRegex(
        @"^\W*(?:baru saja|barusan|just now|moments? ago|gerade eben"
        + @"|(?:beberapa|a few|few) (?:detik|saat|seconds|moments)(?: yang)? (?:lalu|ago))\W*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Now();

    private const string Units =
        @"(?:(?<s>detik|dtk|secs?|seconds?|sekunden?|segundos?|secondes?|seconden)"
        + @"|(?<m>menit|mnt|min(?:s|ute|utes|uten|uti|uto|utos|uut)?|m)"
        + @"|(?<h>jam|h(?:r|rs|our|ours)?|stunden?|heures?|horas?|ore|uur)|(?<d>hari|d(?:ay|ays)?|tag(?:en)?|jours?|d[ií]as?|giorni|dagen)"
        + @"|(?<w>minggu|pekan|w(?:k|ks|eek|eeks)?|wochen?|semaines?|semanas?|settimane|weken)"
        + @"|(?<mo>bulan|mos?|months?|monaten?|mois|mes(?:es)?|mesi|maanden)"
        + @"|(?<y>tahun|y(?:r|rs|ear|ears)?|jahr(?:en)?|ans?|a[ñn]os?|anni|jaar))";

    [GeneratedRegex(
        $@"(?<![\p{{L}}\d])(?:(?<n>\d{{1,4}}|an?|one|satu|setengah|half an?|se)\s?{Units}(?:\s+(?:yang|yg))?\s+(?:lalu|ago|fa|geleden)"
        + $@"|(?:vor|il y a|hace|há)\s+(?<n>\d{{1,4}}|einer|einem|une?|una?|uma?)\s+{Units})(?!\p{{L}})",
        RegexOptions.IgnoreCase)]
    private static partial Regex Ago();

    [GeneratedRegex(@"^\W*(?:hari ini|today|heute|hoy|aujourd'hui|oggi|hoje|vandaag)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Today();

    [GeneratedRegex(
        @"^\W*(?:kemarin(?<two> lusa)?|yesterday|(?<two>vorgestern)|gestern|ayer|hier|ieri|ontem|gisteren)(?!\p{L})",
        RegexOptions.IgnoreCase)]
    private static partial Regex Yesterday();

    [GeneratedRegex(@"(?<!\d)\d{1,2}[:.]\d{2}(?![\d.]).{0,12}", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d(?!\d)")]
    private static partial Regex Year();

    [GeneratedRegex(
        @"(?<![\d:.])(?<d>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:de\s+)?(?<m>\p{L}{3,12})\.?(?!\p{L})"
        + @"|(?<!\p{L})(?<m>\p{L}{3,12})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?(?![\d:.])",
        RegexOptions.IgnoreCase)]
    private static partial Regex NamedDay();

    [GeneratedRegex(@"^\W*(?:pukul|jam|at|um)?\s*\d{1,2}[:.]\d{2}\s*(?:WIB|WITA|WIT|Uhr|[ap]\.?m\.?)?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex TimeAlone();
}
