using FeedHub.Model.Settings;
using Microsoft.Extensions.Options;

namespace FeedHub.Publishing;

/// <summary>
/// How long caches may keep a feed: fresh for a fifth of the least time between polls, then shown while a new one is fetched until
/// every source may have been polled again; and for a day while FeedHub cannot be reached (RFC 5861).
/// </summary>
public sealed class FeedCaching(IOptions<FeedHubOptions> options)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private (TimeSpan MinInterval, string Header) _known = (options.Value.Polling.MinInterval, Of(options.Value.Polling.MinInterval));

    /// <summary>The value of Cache-Control.</summary>
    public string Header
    {
        get
        {
            var (known, now) = (_known, options.Value.Polling.MinInterval);
            return known.MinInterval == now ? known.Header : (_known = (now, Of(now))).Header;
        }
    }

    private static string Of(TimeSpan minInterval)
    {
        var fresh = TimeSpan.FromTicks(Math.Min(minInterval.Ticks / 5, Longest.Ticks));
        return $"public, max-age={Seconds(fresh)}, stale-while-revalidate={Seconds(minInterval)}, stale-if-error=86400";
    }

    private static long Seconds(TimeSpan span) => Math.Max(1, (long)span.TotalSeconds);
}
