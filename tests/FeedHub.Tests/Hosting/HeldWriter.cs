using FeedHub.Storage.Writing;

namespace FeedHub.Tests.Hosting;

/// <summary>Keeps the writer busy until it is released, so that what comes meanwhile waits, and waits together.</summary>
internal sealed class HeldWriter : IDisposable
{
    private readonly ManualResetEventSlim _released = new();

    private HeldWriter()
    {
    }

    public static async Task<HeldWriter> HoldAsync(DatabaseWriter writer)
    {
        var (held, begun) = (new HeldWriter(), new TaskCompletionSource());
        _ = writer.RunAsync(
            _ =>
            {
                begun.TrySetResult();
                return held._released.Wait(TimeSpan.FromMinutes(1));
            },
            CancellationToken.None);
        await begun.Task;
        return held;
    }

    public void Release() => _released.Set();

    // Not disposed of: the writer may be about to look at it.
    public void Dispose() => Release();
}
