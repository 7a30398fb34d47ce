using System.Globalization;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>How long a sound or a film plays, as feeds say it.</summary>
internal static class PlayingTime
{
    private const double Longest = 10_000_000;

    /// <summary>Seconds (<c>media:content</c>), or hours, minutes and seconds with colons (<c>itunes:duration</c>); null where it is
    /// neither, nothing, or more than a hundred days.</summary>
    public static double? Read(string? text)
    {
        var parts = text?.Trim().Split(':') ?? [];
        if (parts.Length is 0 or > 3)
            return null;
        var sum = 0.0;
        foreach (var part in parts)
        {
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                return null;
            sum = (sum * 60) + number;
        }

        return Of(sum);
    }

    /// <summary>The seconds to the millisecond, or null where that is nothing or more than a hundred days.</summary>
    public static double? Of(double seconds) => seconds is >= 0.001 and <= Longest ? Math.Round(seconds, 3) : null;
}
