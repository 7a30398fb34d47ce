using System.Globalization;

namespace FeedHub.Fetching;

/// <summary>The three forms of RFC 9110 5.6.7; anything else is not a date.</summary>
internal static class HttpDate
{
    private static readonly string[] Forms = ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    /// <summary>The instant, or null.</summary>
    public static DateTimeOffset? Parse(string? value) =>
        DateTimeOffset.TryParseExact(
            value?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal
                | DateTimeStyles.AllowWhiteSpaces, out var date)
            ? date
            : null;
}
