using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>
/// The clock that arrivals go by: the machine's, or where that was far ahead and was set back, one that goes on at its pace from the newest
/// arrival. Without it all that comes until the machine's clock is there would crowd into a few seconds (docs/notes/arrival.md).
/// </summary>
internal sealed class ArrivalClock(WriteSession session)
{
    // As in ClockSteps: less is a clock being trimmed, or a second that was ended early.
    private const long Tolerance = 60_000;

    /// <summary>How far it is ahead of the machine's, in milliseconds; null: it was not asked.</summary>
    public long? Ahead { get; private set; }

    /// <summary>What it shows, in Unix milliseconds.</summary>
    /// <param name="now">By the machine's clock.</param>
    /// <param name="newest">The newest arrival, in Unix milliseconds.</param>
    public long At(DateTimeOffset now, long newest)
    {
        var clock = now.ToUnixTimeMilliseconds();
        Ahead = newest - clock <= Tolerance ? 0 : AheadFor(newest - clock);
        return clock + Ahead.Value;
    }

    // Where the newest is ahead even of what was written down, the clock was set back once more.
    private long AheadFor(long least)
    {
        var known = Ahead is > 0 and var ahead ? ahead : StorySequences.ArrivedAhead(session);
        return least - known > Tolerance ? least : known;
    }
}
