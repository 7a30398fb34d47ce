namespace FeedHub.Storage.Engines.Postgres;

/// <summary>
/// Signs of life of a node that starts, or that moves a database: it takes longer than others wait before they end who gives none. On a
/// thread of their own, as those of a node that runs.
/// </summary>
internal sealed class SignsOfLife : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _end = new();

    /// <summary>Gives them from now on.</summary>
    public SignsOfLife(Action sign) => new Thread(() => Give(sign)) { IsBackground = true, Name = "signs of life" }.Start();

    /// <inheritdoc/>
    public void Dispose() => _end.Cancel();

    private void Give(Action sign)
    {
        using var end = _end;
        while (!end.Token.WaitHandle.WaitOne(Period))
        {
            try
            {
                sign();
            }
            catch
            {
                // That the server is away is found and said by what is done meanwhile.
            }
        }
    }
}
