using FeedHub.Model.Settings;
using Microsoft.Extensions.Options;

namespace FeedHub.Fetching;

/// <summary>
/// Turns at other people's hosts: at most <c>Polling:PerHost</c> at a time, first come first served, and
/// <c>Polling:HostGap</c> between them; where several processes share a database, one of them at a host at a time.
/// </summary>
/// <remarks>
/// Not a <c>PartitionedRateLimiter</c>: concurrency and gap would be two limiters with two queues, neither of them taking
/// a <see cref="TimeProvider"/>, and a caller that waits for the second would already hold a place in the first.
/// </remarks>
public sealed class HostGate(IOptions<FeedHubOptions> options, TimeProvider clock, IHostRights? rights = null)
{
    private readonly Dictionary<string, HostQueue> _hosts = [];
    private readonly Lock _padlock = new();

    /// <summary>Hosts that somebody uses, waits for, or has just left.</summary>
    internal int Count
    {
        get
        {
            lock (_padlock)
                return _hosts.Count;
        }
    }

    /// <summary>
    /// Waits for a turn at a host. The caller that gets one disposes it when the answer is read to its end; null if the turn does
    /// not come within <paramref name="patience"/>, or can be seen not to.
    /// </summary>
    /// <param name="host">Host name in lower case, without port.</param>
    /// <param name="patience">From zero to 49 days.</param>
    /// <param name="cancellation">Gives the place in the queue up.</param>
    public async ValueTask<IDisposable?> EnterAsync(string host, TimeSpan patience, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (rights is null)
            return await EnterHereAsync(host, patience, cancellation);
        return await rights.EnterAsync(host, patience, cancellation) is { } right
            ? await EnterWithAsync(right, host, patience, cancellation)
            : null;
    }

    /// <summary>
    /// One more request to a host by someone who has its turn already (a redirect within the host): waits for the gap.
    /// </summary>
    /// <param name="host">Host name in lower case, without port.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task PaceAsync(string host, CancellationToken cancellation)
    {
        while (Book(host) is { } wait)
            await Task.Delay(wait, clock, cancellation);
    }

    /// <summary>The least time until one who enters now can have a turn at a host, as far as that can be seen.</summary>
    /// <param name="host">Host name in lower case, without port.</param>
    public TimeSpan EarliestWait(string host)
    {
        lock (_padlock)
            return _hosts.TryGetValue(host, out var queue) ? queue.EarliestWait() : TimeSpan.Zero;
    }

    /// <summary>True if fewer are at a host than may be there at a time.</summary>
    /// <param name="host">Host name in lower case, without port.</param>
    public bool HasRoom(string host)
    {
        lock (_padlock)
            return !_hosts.TryGetValue(host, out var queue) || queue.HasRoom;
    }

    /// <summary>Keeps the gap to a request made before a restart.</summary>
    /// <param name="host">Host name in lower case, without port.</param>
    /// <param name="left">How much of the gap is left.</param>
    public void Recall(string host, TimeSpan left)
    {
        lock (_padlock)
            QueueOf(host).Recall(left);
    }

    private async ValueTask<IDisposable?> EnterWithAsync(
        IDisposable right, string host, TimeSpan patience, CancellationToken cancellation)
    {
        IDisposable? turn = null;
        try
        {
            turn = await EnterHereAsync(host, patience, cancellation);
            return turn is null ? null : new RightfulTurn(turn, right);
        }
        finally
        {
            if (turn is null)
                right.Dispose();
        }
    }

    private async ValueTask<IDisposable?> EnterHereAsync(string host, TimeSpan patience, CancellationToken cancellation)
    {
        if (Join(host, patience) is not { } turn)
            return null;

        try
        {
            return await turn.Granted.WaitAsync(patience, clock, cancellation);
        }
        catch (TimeoutException)
        {
            // The grant may have come between the timer and here: then the turn is ours after all.
            return GiveUp(turn) ? null : turn;
        }
        catch (OperationCanceledException)
        {
            if (!GiveUp(turn))
                turn.Dispose();
            throw;
        }
    }

    private HostTurn? Join(string host, TimeSpan patience)
    {
        lock (_padlock)
        {
            var queue = QueueOf(host);
            return queue.EarliestWait() > patience ? null : queue.Join();
        }
    }

    private bool GiveUp(HostTurn turn)
    {
        lock (_padlock)
            return turn.Queue.GiveUp(turn);
    }

    private TimeSpan? Book(string host)
    {
        lock (_padlock)
            return QueueOf(host).Book();
    }

    private HostQueue QueueOf(string host)
    {
        if (!_hosts.TryGetValue(host, out var queue))
            _hosts[host] = queue = new HostQueue(_padlock, clock, options, () => _hosts.Remove(host));
        return queue;
    }

    // The right is left last: until then nobody else comes.
    private sealed record RightfulTurn(IDisposable Turn, IDisposable Right) : IDisposable
    {
        public void Dispose()
        {
            Turn.Dispose();
            Right.Dispose();
        }
    }
}
