using FeedHub.Model.Settings;
using Microsoft.Extensions.Options;

namespace FeedHub.Fetching;

/// <summary>Who is at one host and who waits for it. Every call is made under the gate's lock.</summary>
internal sealed class HostQueue
{
    private readonly Lock _padlock;
    private readonly TimeProvider _clock;
    private readonly IOptions<FeedHubOptions> _settings;
    private readonly Action _leave;
    private readonly LinkedList<HostTurn> _waiting = [];
    private readonly ITimer _timer;
    private long _free;
    private int _running;
    private bool _closed;

    /// <param name="padlock">The gate's lock.</param>
    /// <param name="clock">Its timestamps are used, not its date, so that a clock step moves nothing.</param>
    /// <param name="settings"><c>PerHost</c> and <c>HostGap</c>.</param>
    /// <param name="leave">Called once nobody is here and the gap is over: memory is bounded by the hosts in use.</param>
    public HostQueue(Lock padlock, TimeProvider clock, IOptions<FeedHubOptions> settings, Action leave)
    {
        (_padlock, _clock, _settings, _leave) = (padlock, clock, settings, leave);
        _free = clock.GetTimestamp();
        _timer = clock.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>True if fewer are here than may be at a time.</summary>
    public bool HasRoom => _running < Polling.PerHost;

    private PollingOptions Polling => _settings.Value.Polling;

    /// <summary>Least time until one who joins now can have a turn.</summary>
    public TimeSpan EarliestWait() => UntilFree() + (_waiting.Count * Polling.HostGap);

    /// <summary>Joins the end of the queue; the turn may be granted at once.</summary>
    public HostTurn Join()
    {
        var turn = new HostTurn(this);
        _waiting.AddLast(turn);
        Pump();
        return turn;
    }

    /// <summary>Leaves the queue; false if the turn has been granted meanwhile.</summary>
    public bool GiveUp(HostTurn turn)
    {
        var waited = _waiting.Remove(turn);
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
        lock (_padlock)
        {
            _running--;

            // Counted from the end too: the first request over a new connection arrives late, and the next one must not
            // come shortly after.
            StartGap();
            Pump();
        }
    }

    private void Wake()
    {
        lock (_padlock)
        {
            // A timer that fired while the last one left would otherwise drop the queue that has taken this one's place.
            if (!_closed)
                Pump();
        }
    }

    private void Pump()
    {
        while (HasRoom && _waiting.First is { } first && UntilFree() <= TimeSpan.Zero)
            Grant(first.Value);

        if (UntilFree() is { Ticks: > 0 } wait)
            _timer.Change(wait, Timeout.InfiniteTimeSpan);
        else if (_running == 0 && _waiting.Count == 0)
            Close();
    }

    private void Grant(HostTurn turn)
    {
        _waiting.RemoveFirst();
        _running++;
        StartGap();
        turn.Grant();
    }

    private void Close()
    {
        _closed = true;
        _timer.Dispose();
        _leave();
    }

    private void StartGap() => StartGap(Polling.HostGap);

    private void StartGap(TimeSpan gap) => _free = _clock.GetTimestamp() + (long)(gap.TotalSeconds * _clock.TimestampFrequency);

    private TimeSpan UntilFree()
    {
        var now = _clock.GetTimestamp();
        return now >= _free ? TimeSpan.Zero : _clock.GetElapsedTime(now, _free);
    }
}
