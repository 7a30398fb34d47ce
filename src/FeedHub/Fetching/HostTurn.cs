namespace FeedHub.Fetching;

/// <summary>A turn at a host, waited for and then held until disposed.</summary>
internal sealed class HostTurn(HostQueue queue) : IDisposable
{
    // Continuations elsewhere: the grant is given under the gate's lock.
    private readonly TaskCompletionSource<IDisposable> granted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int over;

    /// <summary>Where it waits.</summary>
    public HostQueue Queue => queue;

    /// <summary>Ends with the turn itself.</summary>
    public Task<IDisposable> Granted => granted.Task;

    /// <summary>The turn has come.</summary>
    public void Grant() => granted.SetResult(this);

    /// <inheritdoc />
    public void Dispose()
    {
        if (Interlocked.Exchange(ref over, 1) == 0)
            queue.Release();
    }
}
