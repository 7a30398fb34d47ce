namespace FeedHub.Fetching;

/// <summary>One limit over all that a fetch does on the network, with pauses that do not count.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource timer;
    private readonly CancellationTokenSource either;
    private TimeSpan spent;
    private long since;

    public Deadline(TimeProvider clock, TimeSpan limit, CancellationToken caller)
    {
        (this.clock, Limit, since) = (clock, limit, clock.GetTimestamp());
        timer = new CancellationTokenSource(limit, clock);
        either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, caller);
    }

    /// <summary>The time allowed.</summary>
    public TimeSpan Limit { get; }

    /// <summary>Cancelled by the limit or by the caller.</summary>
    public CancellationToken Token => either.Token;

    /// <summary>Time used, without pauses.</summary>
    public TimeSpan Spent => spent + clock.GetElapsedTime(since);

    /// <summary>Waits for something that does not count.</summary>
    public async Task<T> PauseAsync<T>(Func<Task<T>> wait)
    {
        spent = Spent;
        timer.CancelAfter(Timeout.InfiniteTimeSpan);
        try
        {
            return await wait();
        }
        finally
        {
            since = clock.GetTimestamp();
            timer.CancelAfter(TimeSpan.FromTicks(Math.Max(0, (Limit - spent).Ticks)));
        }
    }

    public void Dispose()
    {
        either.Dispose();
        timer.Dispose();
    }
}
