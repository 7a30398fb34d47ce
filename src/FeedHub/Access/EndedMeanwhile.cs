namespace FeedHub.Access;

/// <summary>
/// Keeps what was ended ended: where another node's changes are read from the database just while something is ended here, what was read
/// before is read again.
/// </summary>
internal sealed class EndedMeanwhile
{
    private readonly Lock _turn = new();
    private int _ends;

    /// <summary>Reads, and keeps what was read, unless something ended in between: then it is read again.</summary>
    public void Read<T>(Func<T> read, Action<T> keep)
    {
        while (true)
        {
            var before = Volatile.Read(ref _ends);
            var found = read();
            lock (_turn)
            {
                if (before != _ends)
                    continue;
                keep(found);
                return;
            }
        }
    }

    /// <summary>Forgets in memory what ends, before it goes from the database and once more after.</summary>
    public async Task EndAsync(Action forget, Func<Task> remove)
    {
        Forget(forget);
        await remove();
        Forget(forget);
    }

    private void Forget(Action forget)
    {
        lock (_turn)
        {
            _ends++;
            forget();
        }
    }
}
