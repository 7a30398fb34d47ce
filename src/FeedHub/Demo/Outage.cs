namespace FeedHub.Demo;

/// <summary>When a failing publisher fails: 30 seconds of every two minutes.</summary>
internal static class Outage
{
    private const int Round = 120;
    private const int From = 60;
    private const int Until = 90;

    /// <summary>Whole seconds until the outage ends, or null if there is none.</summary>
    /// <param name="elapsed">Time since the newsroom opened.</param>
    public static int? SecondsLeft(TimeSpan elapsed)
    {
        var second = elapsed.TotalSeconds % Round;
        return second is >= From and < Until ? (int)Math.Ceiling(Until - second) : null;
    }
}
