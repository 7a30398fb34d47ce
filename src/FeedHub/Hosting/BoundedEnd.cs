using FeedHub.Dashboard.Backup;

namespace FeedHub.Hosting;

/// <summary>
/// The end of a service that has stopped: what it holds is closed, but no longer waited for than <see cref="Grace"/>, as where a database
/// does not answer. The process ends then, and its connections with it; nothing that was told as done is lost by that.
/// </summary>
internal sealed class BoundedEnd(WebApplication app) : IAsyncDisposable
{
    /// <summary>For so long what is held is closed.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly TimeProvider _time = app.Services.GetRequiredService<TimeProvider>();
    private Task _last = Task.CompletedTask;

    /// <summary>Nothing is closed before this has ended.</summary>
    public void After(Task work) => _last = work;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // A restore puts another database in this one's place: it waits until nothing has it open.
        var isRestoring = app.Services.GetRequiredService<PendingRestore>().File is not null;
        var closing = Task.Run(CloseAsync);
        try
        {
            await (isRestoring ? closing : closing.WaitAsync(Grace, _time));
        }
        catch (TimeoutException)
        {
            await Console.Error.WriteLineAsync($"FeedHub ends although not everything was closed within {Grace.TotalSeconds:0} seconds.");
        }
    }

    private async Task CloseAsync()
    {
        await _last;
        await app.DisposeAsync();
    }
}
