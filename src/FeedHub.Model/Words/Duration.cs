using System.Globalization;
using System.Text.RegularExpressions;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Model.Words;

/// <summary>
/// Spans of time as people write them, the same in files, settings, API and forms: <c>00:15:00</c>, <c>1.00:00:00</c>, <c>15m</c>,
/// <c>1h30m</c>, <c>90 s</c>, <c>1 day</c>; in Indonesian too, as the dashboard shows them: <c>1 jam 30 menit</c>.
/// </summary>
internal static partial class Duration
{
    /// <summary>How to write one.</summary>
    public static string Examples => Say(
        "15m, 1h30m, 1 day, or hours, minutes and seconds, such as 00:15:00",
        "15m, 1 jam 30 menit, 1 hari, atau jam, menit, dan detik, misalnya 00:15:00");

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
            .Sum(group => group.Success ? double.Parse(group.Value, CultureInfo.InvariantCulture) * UnitOf(group.Name).TotalSeconds : 0);
        return sum <= Most.TotalSeconds ? TimeSpan.FromSeconds(sum) : null;
    }

    private static TimeSpan UnitOf(string group) => group switch
    {
        "days" => TimeSpan.FromDays(1),
        "hours" => TimeSpan.FromHours(1),
        "minutes" => TimeSpan.FromMinutes(1),
        _ => TimeSpan.FromSeconds(1),
    };

    // Each unit once, the greater one first; not nothing at all.
    [GeneratedRegex(
        @"^\s*(?=\d)(?:(?<days>\d{1,6}(?:\.\d{1,3})?)\s*(?:d(?:ays?)?|hari)\s*)?"
            + @"(?:(?<hours>\d{1,6}(?:\.\d{1,3})?)\s*(?:h(?:(?:ou)?rs?)?|jam)\s*)?"
            + @"(?:(?<minutes>\d{1,6}(?:\.\d{1,3})?)\s*m(?:in(?:ute)?s?|enit)?\s*)?"
            + @"(?:(?<seconds>\d{1,6}(?:\.\d{1,3})?)\s*(?:s(?:ec(?:ond)?s?)?|detik)\s*)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
