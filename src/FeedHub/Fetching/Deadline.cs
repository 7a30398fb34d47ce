namespace FeedHub.Fetching;

/// <summary>One limit over all that a fetch does on the network, with pauses that do not count.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _either;
    private TimeSpan _spent;
    private long _since;

    public Deadline(TimeProvider clock, TimeSpan limit, CancellationToken caller)
    {
        (_clock, Limit, _since) = (clock, limit, clock.GetTimestamp());
        _timer = new CancellationTokenSource(limit, clock);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, caller);
    }

    /// <summary>The time allowed.</summary>
    public TimeSpan Limit { get; }

    /// <summary>Cancelled by the limit or by the caller.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>Time used, without pauses.</summary>
    public TimeSpan Spent => _spent + _clock.GetElapsedTime(_since);

    /// <summary>Waits for something that does not count.</summary>
    public async Task<T> PauseAsync<T>(Func<Task<T>> wait)
    {
        _spent = Spent;
        _timer.CancelAfter(Timeout.InfiniteTimeSpan);
        try
        {
            return await wait();
        }
        finally
        {
            _since = _clock.GetTimestamp();
            _timer.CancelAfter(TimeSpan.FromTicks(Math.Max(0, (Limit - _spent).Ticks)));
        }
    }

    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }
}
