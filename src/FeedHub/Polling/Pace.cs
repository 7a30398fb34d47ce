using FeedHub.Model.Settings;
using FeedHub.Model.Sources;

namespace FeedHub.Polling;

/// <summary>
/// How long to wait at a rhythm. Where items come at a rate r, polling at a rate proportional to the square root of r makes the mean
/// delay least for a number of requests, over the hours of one source and over all sources alike (docs/notes/schedule.md).
/// </summary>
public static class Pace
{
    /// <summary>Items an hour at which the default interval holds.</summary>
    private const double UsualRate = 1;

    /// <summary>The wait from <paramref name="now"/>, from the least to the most that the settings allow; also no longer than the source is
    /// known.</summary>
    public static TimeSpan Wait(Rhythm rhythm, PollingOptions options, DateTimeOffset now)
    {
        var seen = rhythm.With([], now);
        var least = Min(options.MinInterval, options.DefaultInterval);
        var known = now - rhythm.Since;
        var most = Min(options.MaxInterval, known > options.DefaultInterval ? known : options.DefaultInterval);
        var wait = Until(seen, options.DefaultInterval.TotalHours, now, options.MaxInterval);
        return Max(least, Min(most, wait));
    }

    // The instant by which as much has been waited, weighted by the rhythm, as the default interval is.
    private static TimeSpan Until(Rhythm rhythm, double hours, DateTimeOffset now, TimeSpan most)
    {
        foreach (var (from, length) in Rhythm.HourByHour(now, now + most))
        {
            var pace = Math.Sqrt(rhythm.RateAt(from) / UsualRate);
            if (pace * length >= hours)
                return from + TimeSpan.FromHours(hours / pace) - now.UtcDateTime;
            hours -= pace * length;
        }

        return most;
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
