using System.Collections.Concurrent;

namespace FeedHub.Hub;

/// <summary>
/// Makes the calls that <see cref="HubQueue"/> hands out, beside each other. Not as Hangfire jobs: each would hold a thread while its
/// subscriber is silent (docs/notes/hub.md).
/// </summary>
internal sealed partial class HubPump(HubQueue queue, HubCalls calls, ILogger<HubPump> log) : BackgroundService
{
    private readonly ConcurrentDictionary<Task, bool> _running = new();

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            while (true)
                Begin(await queue.NextAsync(stoppingToken), stoppingToken);
        }
        finally
        {
            await Task.WhenAll(_running.Keys);
        }
    }

    private void Begin(HubCall call, CancellationToken stopping)
    {
        var running = RunAsync(call, stopping);
        _running.TryAdd(running, true);
        _ = running.ContinueWith(
            ended => _running.TryRemove(ended, out _),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    // What fails here was not noted in the database: its claim runs out, and it is made again.
    private async Task RunAsync(HubCall call, CancellationToken stopping)
    {
        try
        {
            await Task.Run(() => calls.RunAsync(call, stopping), stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            LogStopped(call.Host);
        }
        catch (Exception failure)
        {
            LogFailed(failure, call.Lane, call.Host);
        }
        finally
        {
            queue.Done(call);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The call to {Host} is made again after the next start")]
    private partial void LogStopped(string host);

    [LoggerMessage(Level = LogLevel.Error, Message = "WebSub: {Lane} at {Host} could not be done")]
    private partial void LogFailed(Exception failure, HubLane lane, string host);
}
