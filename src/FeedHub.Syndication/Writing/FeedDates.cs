using System.Globalization;

namespace FeedHub.Syndication.Writing;

/// <summary>Instants as feeds write them, in UTC and to the second, so that all formats say the same.</summary>
internal static class FeedDates
{
    /// <summary>RFC 822 with the four-digit year of RFC 1123, such as <c>Sun, 22 Nov 2026 10:00:00 GMT</c>.</summary>
    public static string Rfc822(DateTimeOffset instant) => instant.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>RFC 3339, such as <c>2026-11-22T10:00:00Z</c>.</summary>
    public static string Rfc3339(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>True if an edit shows: later than publication in the seconds that are written.</summary>
    public static bool IsEdited(MergedEntry entry) => entry.Updated.ToUnixTimeSeconds() > entry.Published.ToUnixTimeSeconds();
}
