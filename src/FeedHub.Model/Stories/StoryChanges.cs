namespace FeedHub.Model.Stories;

/// <summary>Tells those who show stories that some changed: what was rendered for an older version is checked again when asked
/// for.</summary>
public sealed class StoryChanges
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _next = NewSignal();
    private long _version;

    /// <summary>Rises with every change.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>Stories were added, changed or removed, or what is shown of their sources is another.</summary>
    public void Raise()
    {
        lock (_lock)
        {
            Interlocked.Increment(ref _version);
            _next.TrySetResult();
            _next = NewSignal();
        }
    }

    /// <summary>Waits until the version is another than <paramref name="known"/>; returns it.</summary>
    public async Task<long> NextAsync(long known, CancellationToken cancellation)
    {
        while (true)
        {
            Task next;
            lock (_lock)
                next = _next.Task;
            if (Version is var version && version != known)
                return version;
            await next.WaitAsync(cancellation);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
