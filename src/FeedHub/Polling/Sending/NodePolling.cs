using System.Diagnostics;
using FeedHub.Storage.Writing;

namespace FeedHub.Polling.Sending;

/// <summary>Has each of several nodes poll what is due: where no recurring job does, and where there was more than its workers could
/// take.</summary>
public sealed partial class NodePolling(Dispatcher dispatcher, HostClaims claims, INodes nodes, ILogger<NodePolling> log)
    : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(1);

    /// <summary>A stop waits no longer for a database that does not answer.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _end = new();
    private Task _working = Task.CompletedTask;
    private long _ranAt;

    /// <summary>Polls from now on, until it is disposed of.</summary>
    public void Begin() => _working = WorkAsync(_end.Token);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _working.WaitAsync(Grace).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_working.IsCompleted)
            _end.Dispose();
    }

    private async Task WorkAsync(CancellationToken end)
    {
        using var timer = new PeriodicTimer(Period);
        while (await timer.WaitForNextTickAsync(end))
        {
            if (IsTime())
                await DispatchAsync(end);
        }
    }

    // A node that is alone has the recurring job.
    private bool IsTime() => (claims.IsShort && claims.HasRoom)
        || ((nodes.HasOthers || !nodes.IsOwner) && Stopwatch.GetElapsedTime(_ranAt) >= BetweenRounds);

    private async Task DispatchAsync(CancellationToken end)
    {
        try
        {
            _ranAt = Stopwatch.GetTimestamp();
            await dispatcher.DispatchAsync(end);
        }
        catch (Exception error) when (!end.IsCancellationRequested)
        {
            LogFailed(error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is due could not be polled by this node; it is tried again: {Words}")]
    private partial void LogFailed(string words);
}
