using FeedHub.Model.Settings;
using Microsoft.Extensions.Options;

namespace FeedHub.Fetching;

/// <summary>Who is at one host and who waits for it. Every call is made under the gate's lock.</summary>
internal sealed class HostQueue
{
    private readonly Lock padlock;
    private readonly TimeProvider clock;
    private readonly IOptions<FeedHubOptions> settings;
    private readonly Action leave;
    private readonly LinkedList<HostTurn> waiting = [];
    private readonly ITimer timer;
    private long free;
    private int running;
    private bool closed;

    /// <param name="padlock">The gate's lock.</param>
    /// <param name="clock">Its timestamps are used, not its date, so that a clock step moves nothing.</param>
    /// <param name="settings"><c>PerHost</c> and <c>HostGap</c>.</param>
    /// <param name="leave">Called once nobody is here and the gap is over: memory is bounded by the hosts in use.</param>
    public HostQueue(Lock padlock, TimeProvider clock, IOptions<FeedHubOptions> settings, Action leave)
    {
        (this.padlock, this.clock, this.settings, this.leave) = (padlock, clock, settings, leave);
        free = clock.GetTimestamp();
        timer = clock.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private PollingOptions Polling => settings.Value.Polling;

    /// <summary>Least time until one who joins now can have a turn.</summary>
    public TimeSpan EarliestWait() => UntilFree() + (waiting.Count * Polling.HostGap);

    /// <summary>Joins the end of the queue; the turn may be granted at once.</summary>
    public HostTurn Join()
    {
        var turn = new HostTurn(this);
        waiting.AddLast(turn);
        Pump();
        return turn;
    }

    /// <summary>Leaves the queue; false if the turn has been granted meanwhile.</summary>
    public bool GiveUp(HostTurn turn)
    {
        var waited = waiting.Remove(turn);
        Pump();
        return waited;
    }

    /// <summary>Takes the next start for one who has a turn already; null if it is now, else how long to wait.</summary>
    public TimeSpan? Book()
    {
        if (UntilFree() is { Ticks: > 0 } wait)
            return wait;
        StartGap();
        Pump();
        return null;
    }

    /// <summary>Gives no turn for this long.</summary>
    public void Recall(TimeSpan left)
    {
        if (left > UntilFree())
            StartGap(left);
        Pump();
    }

    /// <summary>A turn is over.</summary>
    public void Release()
    {
        lock (padlock)
        {
            running--;

            // Counted from the end too: the first request over a new connection arrives late, and the next one must not
            // come upon its heels.
            StartGap();
            Pump();
        }
    }

    private void Wake()
    {
        lock (padlock)
        {
            // A timer that fired while the last one left would otherwise drop the queue that has taken this one's place.
            if (!closed)
                Pump();
        }
    }

    private void Pump()
    {
        while (running < Polling.PerHost && waiting.First is { } first && UntilFree() <= TimeSpan.Zero)
            Grant(first.Value);

        if (UntilFree() is { Ticks: > 0 } wait)
            timer.Change(wait, Timeout.InfiniteTimeSpan);
        else if (running == 0 && waiting.Count == 0)
            Close();
    }

    private void Grant(HostTurn turn)
    {
        waiting.RemoveFirst();
        running++;
        StartGap();
        turn.Grant();
    }

    private void Close()
    {
        closed = true;
        timer.Dispose();
        leave();
    }

    private void StartGap() => StartGap(Polling.HostGap);

    private void StartGap(TimeSpan gap) => free = clock.GetTimestamp() + (long)(gap.TotalSeconds * clock.TimestampFrequency);

    private TimeSpan UntilFree()
    {
        var now = clock.GetTimestamp();
        return now >= free ? TimeSpan.Zero : clock.GetElapsedTime(now, free);
    }
}
