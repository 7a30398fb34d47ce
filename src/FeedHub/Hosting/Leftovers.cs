namespace FeedHub.Hosting;

/// <summary>
/// Gives the memory back that a busy time has used, the start first of all, once it is over: a hub with little to do would keep it
/// (docs/notes/start.md).
/// </summary>
internal sealed class Leftovers : IDisposable
{
    /// <summary>In bytes. Of a larger heap the pause would be felt, and who allocates so much is collected soon.</summary>
    public const long Small = 64L * 1024 * 1024;

    /// <summary>In bytes. Who allocates more from one look to the next is busy.</summary>
    public const long Busy = 8L * 1024 * 1024;

    /// <summary>In bytes. What was allocated since it last gave back, for which it is worth doing so again.</summary>
    public const long Worth = 6L * 1024 * 1024;

    /// <summary>From one look to the next.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    private readonly Func<long> _allocated;
    private readonly Func<Action> _prepare;
    private readonly ITimer _timer;
    private long _last;
    private long? _given;
    private Action? _giveBack;

    /// <summary>Looks at this process.</summary>
    public Leftovers(TimeProvider time) : this(time, () => GC.GetTotalAllocatedBytes(), Prepare)
    {
    }

    /// <summary>The same with another heap, for tests.</summary>
    /// <param name="time">Whose clock.</param>
    /// <param name="allocated">Bytes allocated since the process began.</param>
    /// <param name="prepare">Called at the first calm look; returns what gives back at the next if that is calm too.</param>
    public Leftovers(TimeProvider time, Func<long> allocated, Func<Action> prepare)
    {
        (_allocated, _prepare, _last) = (allocated, prepare, allocated());
        _timer = time.CreateTimer(_ => Check(), null, Look, Look);
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Check()
    {
        var (now, before) = (_allocated(), _last);
        _last = now;
        if (now - before >= Busy)
            _giveBack = null;
        else if (_giveBack is { } giveBack)
            GiveBack(giveBack, now);
        else if (_given is not { } given || now - given >= Worth)
            _giveBack = _prepare();
    }

    private void GiveBack(Action giveBack, long now)
    {
        (_giveBack, _given) = (null, now);
        giveBack();
    }

    private static Action Prepare()
    {
        var mapped = CodePages.Mapped();
        return () => GiveBack(mapped);
    }

    private static void GiveBack(IReadOnlySet<MappedPages> mapped)
    {
        if (GC.GetTotalMemory(forceFullCollection: false) < Small)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        CLibrary.TrimHeaps();
        CodePages.GiveBack(mapped);
    }
}
