using System.Globalization;

namespace FeedHub.Syndication.Reading.Dates;

/// <summary>Seconds or milliseconds since 1970, which some programs write where a date belongs.</summary>
internal static class UnixTime
{
    public static DateTimeOffset? Parse(string text)
    {
        // Fewer than nine digits are a compact date, more than thirteen a compact date with its time.
        if (text.Length is < 9 or > 17 || !char.IsAsciiDigit(text[0]))
            return null;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        var whole = decimal.Truncate(number).ToString(CultureInfo.InvariantCulture).Length;
        return whole switch
        {
            9 or 10 => DateTimeOffset.UnixEpoch.AddSeconds((double)number),
            12 when text.StartsWith("20", StringComparison.Ordinal) => null,
            12 or 13 => DateTimeOffset.UnixEpoch.AddMilliseconds((double)number),
            _ => null,
        };
    }
}
