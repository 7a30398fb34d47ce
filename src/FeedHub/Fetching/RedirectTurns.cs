namespace FeedHub.Fetching;

/// <summary>The turns that one fetch takes at the hosts of its redirects; that of the first host is its caller's.</summary>
/// <param name="gate">Gives the turns.</param>
/// <param name="patience">Longest wait for one of them: two sources that redirect to each other's host must not wait for ever.</param>
/// <param name="caller">Ends the wait.</param>
internal sealed class RedirectTurns(HostGate gate, TimeSpan patience, CancellationToken caller) : IDisposable
{
    private IDisposable? _turn;

    /// <summary>Waits until the next host may be asked; false if its turn does not come.</summary>
    public async Task<bool> NextAsync(string start, string before, string next)
    {
        if (next != before)
            Dispose();
        if (next != before && next != start)
            return (_turn = await gate.EnterAsync(next, patience, caller)) is not null;

        await gate.PaceAsync(next, caller);
        return true;
    }

    public void Dispose()
    {
        _turn?.Dispose();
        _turn = null;
    }
}
