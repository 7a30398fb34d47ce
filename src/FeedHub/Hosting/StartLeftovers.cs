namespace FeedHub.Hosting;

/// <summary>
/// Gives the memory back that start has used, once, when start is over: a hub with little to do would keep it
/// (docs/notes/start.md).
/// </summary>
internal sealed class StartLeftovers : IDisposable
{
    /// <summary>In bytes. Of a larger heap the pause would be felt, and who allocates so much is collected soon.</summary>
    public const long Small = 64L * 1024 * 1024;

    /// <summary>How long after the start it looks, once.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromSeconds(20);

    private readonly ITimer _timer;

    /// <summary>Waits until start is over, then looks at this process.</summary>
    public StartLeftovers(TimeProvider time) : this(time, () => GC.GetTotalMemory(forceFullCollection: false), GiveBack)
    {
    }

    /// <summary>The same with another heap, for tests.</summary>
    /// <param name="time">Whose clock.</param>
    /// <param name="used">Bytes in the heap.</param>
    /// <param name="giveBack">Collects it.</param>
    public StartLeftovers(TimeProvider time, Func<long> used, Action giveBack) => _timer = time.CreateTimer(
        _ =>
        {
            if (used() < Small)
                giveBack();
        },
        null,
        Calm,
        Timeout.InfiniteTimeSpan);

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private static void GiveBack() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
