namespace FeedHub.Categories;

/// <summary>
/// Lets one long job run at a time: re-tagging and training share a queue with the dispatcher, which must never wait for a worker.
/// </summary>
public sealed class LongWork
{
    private int _busy;

    /// <summary>True for one caller at a time, until it calls <see cref="Leave"/>.</summary>
    public bool TryEnter() => Interlocked.CompareExchange(ref _busy, 1, 0) == 0;

    /// <summary>Lets the next one in.</summary>
    public void Leave() => Volatile.Write(ref _busy, 0);
}
