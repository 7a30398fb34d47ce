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
        return (around, TimeZoneInfo.TryFindSystemTimeZoneById(name.Groups["id"].Value, out var zone) ? zone : null);
    }

    // The areas of the database bound what is asked of the system.
    [GeneratedRegex(
        @"\[?(?<![\p{L}/])(?<id>(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe|Indian"
            + @"|Mexico|Pacific|US)/[A-Za-z][A-Za-z0-9_+-]{1,30}(?:/[A-Za-z_]{1,30})?)\]?")]
    private static partial Regex Name();
}
