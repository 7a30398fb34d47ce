namespace FeedHub.Subscribing;

/// <summary>When a hub is asked, and again: pure decisions.</summary>
internal static class LeasePlan
{
    /// <summary>Lease that is asked for.</summary>
    public static readonly TimeSpan Asked = TimeSpan.FromDays(10);

    /// <summary>How long a hub may take to verify before it is asked again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>Wait after a hub's no.</summary>
    public static readonly TimeSpan AfterDenial = TimeSpan.FromDays(7);

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>The lease that a hub grants in seconds; what it leaves out or garbles is taken as what was asked for.</summary>
    public static TimeSpan Granted(string? seconds) =>
        long.TryParse(seconds, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var given)
            ? TimeSpan.FromSeconds(Math.Clamp(given, (long)Shortest.TotalSeconds, (long)Longest.TotalSeconds))
            : Asked;

    /// <summary>When to renew: in the last fifth of the lease, spread so that subscriptions made together are not renewed
    /// together.</summary>
    /// <param name="lease">As granted.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static TimeSpan Renewal(TimeSpan lease, double chance) => lease * (0.8 + (0.1 * chance));

    /// <summary>Wait after this many failures in a row: doubled each time, up to a day.</summary>
    public static TimeSpan Wait(int failures) =>
        FirstWait * Math.Pow(2, Math.Min(Math.Max(failures, 1), 20) - 1) is var wait && wait < LongestWait ? wait : LongestWait;
}
