using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Dates;

/// <summary>Zones named as in the IANA database: "14:20:00 Europe/Paris", "2025-11-24T14:20+01:00[Europe/Paris]".</summary>
internal static partial class IanaZone
{
    /// <summary>The text without the name, and the zone that it names; null where it names none that the system knows.</summary>
    public static (string Around, TimeZoneInfo? Zone) Extract(string text)
    {
        if (!text.Contains('/', StringComparison.Ordinal) || Name().Match(text) is not { Success: true } name)
            return (text, null);
        var around = text[..name.Index] + " " + text[(name.Index + name.Length)..];
        return (around, Zone(name.Groups["id"].Value) ?? Zone(Spelled(name.Groups["id"].Value)));
    }

    private static TimeZoneInfo? Zone(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;

    // The system's names are files, whose case counts.
    private static string Spelled(string id) =>
        Letters().Replace(id, word => char.ToUpperInvariant(word.Value[0]) + word.Value[1..].ToLowerInvariant());

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Letters();

    // The areas of the database bound what is asked of the system.
    [GeneratedRegex(
        @"\[?(?<![\p{L}/])(?<id>(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe|Indian"
            + @"|Mexico|Pacific|US)/[A-Za-z][A-Za-z0-9_+-]{1,30}(?:/[A-Za-z_]{1,30})?)\]?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
