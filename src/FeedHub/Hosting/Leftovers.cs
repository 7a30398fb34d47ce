namespace FeedHub.Hosting;

/// <summary>
/// Gives the memory back that a busy time has used, the start first of all, once it is over: a hub with little to do would keep it. In a
/// rush it gives back what nobody has to wait for: pages of program files, and what the C library has free (docs/notes/start.md).
/// </summary>
internal sealed class Leftovers : IDisposable
{
    /// <summary>In bytes. Of a larger heap the pause would be felt, and who allocates so much is collected soon.</summary>
    public const long Small = 64L * 1024 * 1024;

    /// <summary>In bytes. Who allocates more from one look to the next is busy.</summary>
    public const long Busy = 1024 * 1024;

    /// <summary>In bytes. Who is busy gives pages back whenever so much was allocated since: they cost little beside that.</summary>
    public const long Rush = 512L * 1024 * 1024;

    /// <summary>In bytes. What was allocated since it last gave back, for which it is worth doing so again.</summary>
    public const long Worth = 4L * 1024 * 1024;

    /// <summary>So many calm looks in a row are the end of a busy time.</summary>
    public const int CalmLooks = 30;

    /// <summary>For so many of them stands the start: what it has used is given back sooner.</summary>
    public const int Start = 15;

    /// <summary>From one look to the next.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Func<long> _allocated;
    private readonly Func<Action<bool>> _prepare;
    private readonly ITimer _timer;
    private long _last;
    private long? _given;
    private long? _givenInRush;
    private int _calm = Start;
    private Action<bool>? _giveBack;

    /// <summary>Looks at this process.</summary>
    public Leftovers(TimeProvider time) : this(time, () => GC.GetTotalAllocatedBytes(), Prepare)
    {
    }

    /// <summary>The same with another heap, for tests.</summary>
    /// <param name="time">Whose clock.</param>
    /// <param name="allocated">Bytes allocated since the process began.</param>
    /// <param name="prepare">Called at the first calm look, or in a rush; returns what gives back at a later one, and is told whether all
    /// is calm by then.</param>
    public Leftovers(TimeProvider time, Func<long> allocated, Func<Action<bool>> prepare)
    {
        (_allocated, _prepare, _last) = (allocated, prepare, allocated());
        _timer = time.CreateTimer(_ => Check(), null, Look, Look);
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Check()
    {
        var now = _allocated();
        var since = now - _last;
        _last = now;
        _calm = since < Busy ? _calm + 1 : 0;
        if (_calm == 0)
            BeBusy(now);
        else if (now - _given < Worth)
            _giveBack = null;
        else if (_giveBack is not null && _calm >= CalmLooks)
            GiveBack(_giveBack, now);
        else if (_calm >= CalmLooks - 1)
            _giveBack = _prepare();
    }

    // What is prepared at one look is given back at the next.
    private void BeBusy(long now)
    {
        if (now - _givenInRush < Rush)
        {
            _giveBack = null;
        }
        else if (_giveBack is null)
        {
            _giveBack = _prepare();
        }
        else
        {
            var giveBack = _giveBack;
            (_giveBack, _givenInRush) = (null, now);
            giveBack(false);
        }
    }

    private void GiveBack(Action<bool> giveBack, long now)
    {
        (_giveBack, _given) = (null, now);
        giveBack(true);
    }

    private static Action<bool> Prepare()
    {
        var mapped = CodePages.Mapped();
        return isCalm => GiveBack(mapped, isCalm);
    }

    private static void GiveBack(IReadOnlySet<MappedPages> mapped, bool isCalm)
    {
        if (isCalm && GC.GetTotalMemory(forceFullCollection: false) < Small)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        CLibrary.TrimHeaps();
        CodePages.GiveBack(mapped);
    }
}
