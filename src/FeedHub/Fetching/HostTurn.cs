namespace FeedHub.Fetching;

/// <summary>A turn at a host, waited for and then held until disposed.</summary>
internal sealed class HostTurn(HostQueue queue) : IDisposable
{
    // Continuations elsewhere: the grant is given under the gate's lock.
    private readonly TaskCompletionSource<IDisposable> _granted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _over;

    /// <summary>Where it waits.</summary>
    public HostQueue Queue => queue;

    /// <summary>Ends with the turn itself.</summary>
    public Task<IDisposable> Granted => _granted.Task;

    /// <summary>The turn has come.</summary>
    public void Grant() => _granted.SetResult(this);

    /// <inheritdoc />
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _over, 1) == 0)
            queue.Release();
    }
}
