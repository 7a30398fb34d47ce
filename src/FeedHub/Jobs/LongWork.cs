namespace FeedHub.Jobs;

/// <summary>Lets one of re-tagging and training run at a time: the workers for long work are there for others too.</summary>
public sealed class LongWork
{
    /// <summary>Workers for jobs that may take minutes: neither dispatching nor anything else that is brief waits for one of
    /// them.</summary>
    public const string Queue = "long";

    private int _busy;

    /// <summary>True for one caller at a time, until it calls <see cref="Leave"/>.</summary>
    public bool TryEnter() => Interlocked.CompareExchange(ref _busy, 1, 0) == 0;

    /// <summary>Lets the next one in.</summary>
    public void Leave() => Volatile.Write(ref _busy, 0);
}
