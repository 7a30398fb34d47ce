using System.Globalization;

namespace FeedHub.Fetching;

/// <summary>A number of seconds as headers give it (RFC 9111 1.2.2).</summary>
internal static class DeltaSeconds
{
    /// <summary>The span, or null for what is not a whole number from 0; a number beyond measure is 2^31 s.</summary>
    public static TimeSpan? Parse(string? value)
    {
        value = value?.Trim().Trim('"');
        if (string.IsNullOrEmpty(value) || !value.All(char.IsAsciiDigit))
            return null;
        return TimeSpan.FromSeconds(
            long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? Math.Min(seconds, 1L << 31)
                : 1L << 31);
    }
}
