namespace FeedHub.Hub;

/// <summary>
/// Runs one piece of work at a time. Who comes while it runs does not wait: it is run once more instead, for all who came.
/// </summary>
internal sealed class OneAtATime
{
    private int _wanted;

    /// <summary>Runs it, as often as it is asked for meanwhile; false: another runs it, and does so once more.</summary>
    public async Task<bool> RunAsync(Func<Task> work)
    {
        if (Interlocked.Increment(ref _wanted) > 1)
            return false;
        while (true)
        {
            var served = Volatile.Read(ref _wanted);
            try
            {
                await work();
            }
            catch
            {
                Interlocked.Exchange(ref _wanted, 0);
                throw;
            }

            if (Interlocked.CompareExchange(ref _wanted, 0, served) == served)
                return true;
        }
    }
}
