using System.Globalization;
using FeedHub.Model.Sources.Properties;

namespace FeedHub.Dashboard.Sources;

/// <summary>What can be picked for the fields of a source; anything else can be written.</summary>
internal static class SourceChoices
{
    /// <summary>Id of the languages.</summary>
    public const string Languages = "fh-languages";

    /// <summary>Id of the time zones.</summary>
    public const string Zones = "fh-zones";

    /// <summary>Id of the folders.</summary>
    public const string Folders = "fh-source-folders";

    /// <summary>Languages that news is often in: tag and name in itself.</summary>
    public static IReadOnlyList<(string Tag, string Name)> KnownLanguages { get; } =
    [
        .. new[] { "id", "en", "ms", "jv", "su", "zh", "ar", "ja", "ko", "hi", "ta", "th", "vi", "tl", "nl", "de", "fr", "es", "pt", "it",
            "ru", "tr" }.Select(tag => (tag, CultureInfo.GetCultureInfo(tag).NativeName)),
    ];

    /// <summary>The IANA names of this machine's time zones; there are hundreds.</summary>
    public static IReadOnlyList<string> KnownZones { get; } =
    [
        .. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/', StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Those that each form brings along, as options of a list; the others come with <c>/hangfire/zones</c>, once.</summary>
    public static string CommonZoneOptions { get; } = string.Concat(
        new[] { "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Asia/Singapore", "Asia/Kuala_Lumpur", "Asia/Manila", "Asia/Tokyo",
            "Australia/Sydney", "Europe/London", "Europe/Berlin", "America/New_York", "America/Los_Angeles" }
            .Select(id => $"<option value=\"{id}\"></option>"));

    /// <summary>Id of what can be picked for a property; null: nothing.</summary>
    public static string? ListOf(SourceProperty property) => property switch
    {
        _ when property == SourceProperties.Language => Languages,
        _ when property == SourceProperties.TimeZone => Zones,
        _ when property == SourceProperties.Folder => Folders,
        _ => null,
    };
}
