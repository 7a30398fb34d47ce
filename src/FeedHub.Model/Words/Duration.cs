using System.Globalization;
using System.Text.RegularExpressions;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Model.Words;

/// <summary>
/// Spans of time as people write them, the same in files, settings, API and forms: <c>00:15:00</c>, <c>1.00:00:00</c>, <c>15m</c>,
/// <c>1h30m</c>, <c>90 s</c>, <c>1 day</c>; in Indonesian too, as the dashboard shows them: <c>1 jam 30 menit</c>, <c>1,5 jam</c>.
/// </summary>
internal static partial class Duration
{
    /// <summary>How to write one.</summary>
    public static string Examples => Say(
        "15m, 1h30m, 1 day, or hours, minutes and seconds, such as 00:15:00",
        "15m, 1 jam 30 menit, 1 hari, atau jam, menit, dan detik, misalnya 00:15:00");

    /// <summary>A span as people say it, such as <c>1 h 30 min</c>; nothing is rounded, and <see cref="Read"/> reads it again.</summary>
    public static string Words(TimeSpan span)
    {
        if (span < TimeSpan.Zero && span > TimeSpan.MinValue)
            return "-" + Words(span.Negate());
        var parts = new List<string>();
        if (span.Days > 0)
            parts.Add(Say(span.Days == 1 ? "1 day" : $"{span.Days} days", $"{span.Days} hari"));
        if (span.Hours > 0)
            parts.Add(Say($"{span.Hours} h", $"{span.Hours} jam"));
        if (span.Minutes > 0)
            parts.Add(Say($"{span.Minutes} min", $"{span.Minutes} menit"));
        var seconds = (span - TimeSpan.FromMinutes(Math.Floor(span.TotalMinutes))).TotalSeconds;
        if (seconds > 0 || parts.Count == 0)
            parts.Add(seconds.ToString("0.###", CultureInfo.InvariantCulture) + Say(" s", " detik"));
        return string.Join(" ", parts);
    }

    /// <summary>A span that is stored as <c>01:30:00</c> as people say it; any other text as it is.</summary>
    public static string WordsOfStored(string text) =>
        TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span) ? Words(span) : text;

    private static readonly TimeSpan Most = TimeSpan.FromDays(100_000);

    /// <summary>The span; null where the text is none. A number alone is none: .NET reads "15" as 15 days, which nobody means.</summary>
    public static TimeSpan? Read(string text) =>
        text.Count(c => c == ':') == 2 && TimeSpan.TryParseExact(text.Trim(), "c", CultureInfo.InvariantCulture, out var exact)
            ? exact
            : Sum(Written().Match(text));

    private static TimeSpan? Sum(Match match)
    {
        if (!match.Success)
            return null;
        var sum = match.Groups.Cast<Group>().Skip(1)
            .Sum(group => group.Success ? Count(group.Value) * UnitOf(group.Name).TotalSeconds : 0);
        return sum <= Most.TotalSeconds ? TimeSpan.FromSeconds(sum) : null;
    }

    private static double Count(string text) => double.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture);

    private static TimeSpan UnitOf(string group) => group switch
    {
        "weeks" => TimeSpan.FromDays(7),
        "days" => TimeSpan.FromDays(1),
        "hours" => TimeSpan.FromHours(1),
        "minutes" => TimeSpan.FromMinutes(1),
        _ => TimeSpan.FromSeconds(1),
    };

    private const string Number = @"\d{1,6}(?:\.\d{1,3}|,\d{1,2})?)\s*";

    // What may stand before the next number.
    private const string Next = @"\s*(?:(?:,|and|dan)\s*(?=\d))?)?";

    // Each unit once, the greater one first; not nothing at all.
    [GeneratedRegex(
        @"^\s*(?=\d)(?:(?<weeks>" + Number + @"(?:w(?:ee)?ks?|w|minggu|pekan)" + Next
            + "(?:(?<days>" + Number + "(?:d(?:ays?)?|hari)" + Next
            + "(?:(?<hours>" + Number + "(?:h(?:(?:ou)?rs?)?|j(?:am)?)" + Next
            + "(?:(?<minutes>" + Number + "m(?:in(?:ute)?s?|enit|nt)?" + Next
            + "(?:(?<seconds>" + Number + @"(?:s(?:ec(?:ond)?s?)?|detik|dtk)\s*)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
