namespace FeedHub.Polling;

/// <summary>
/// Gives memory back to the machine after answers of megabytes. What reading them left would stay in the heap of large objects for good:
/// the runtime collects it one day, and keeps the room (docs/notes/bounds.md).
/// </summary>
public sealed class LargeAnswers : IDisposable
{
    private const long Large = 4 * 1024 * 1024;
    private const long Worthwhile = 256L * 1024 * 1024;
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(10);

    private readonly ITimer _timer;
    private int _isPlanned;
    private bool _isCollected;

    /// <summary>Waits for the first of them.</summary>
    public LargeAnswers(TimeProvider time) =>
        _timer = time.CreateTimer(_ => Step(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>An answer was read and stored.</summary>
    /// <param name="bytes">Of its body.</param>
    public void Came(long bytes)
    {
        if (bytes >= Large && Interlocked.Exchange(ref _isPlanned, 1) == 0)
            _timer.Change(Calm, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    // First beside the work of others, which tells how much is in use; then, with a pause, only where more is to be had than is used.
    private void Step()
    {
        if (_isCollected)
        {
            (_isCollected, _isPlanned) = (false, 0);
            GiveBack();
            return;
        }

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
        _isCollected = true;
        _timer.Change(Calm, Timeout.InfiniteTimeSpan);
    }

    private static void GiveBack()
    {
        var known = GC.GetGCMemoryInfo(GCKind.Any);
        var used = known.HeapSizeBytes - known.FragmentedBytes;
        if (known.TotalCommittedBytes - used > Math.Max(Worthwhile, used))
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
