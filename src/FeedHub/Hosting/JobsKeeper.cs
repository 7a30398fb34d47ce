using FeedHub.Fetching;
using FeedHub.Polling;
using FeedHub.Storage.Writing;

namespace FeedHub.Hosting;

/// <summary>
/// Looks after the jobs from outside of Hangfire: a recurring job that was deleted comes back, and what is due is dispatched also where
/// the job that does it is gone, waits behind others, or has no worker. While this machine has no network, it looks whether it is back.
/// </summary>
public sealed partial class JobsKeeper(
    RecurringJobs jobs, Dispatcher dispatcher, OwnNetwork network, INodes nodes, TimeProvider time, ILogger<JobsKeeper> log)
    : IAsyncDisposable
{
    /// <summary>So often it looks.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(20);

    /// <summary>Without a run for so long the dispatcher's job is not waited for.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _end = new();
    private Task _watching = Task.CompletedTask;
    private bool _isLate;

    /// <summary>Looks from now on, until it is disposed of.</summary>
    public void Begin() => _watching = WatchAsync(_end.Token);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task WatchAsync(CancellationToken end)
    {
        using var timer = new PeriodicTimer(Gap, time);
        while (await timer.WaitForNextTickAsync(end))
        {
            await TryAsync(() => network.FollowAsync(end));

            // The recurring jobs of several nodes are the owner's.
            if (!nodes.IsOwner)
                continue;
            await TryAsync(PutBackAsync);
            await TryAsync(() => DispatchAsync(end));
        }
    }

    // What goes wrong once, such as a database that is away, must not end the watch.
    private async Task TryAsync(Func<Task> look)
    {
        try
        {
            await look();
        }
        catch (Exception error) when (!_end.IsCancellationRequested)
        {
            LogTrouble(error);
        }
    }

    private Task PutBackAsync()
    {
        if (jobs.PutBack() is { Count: > 0 } missing)
            LogPutBack(string.Join(", ", missing));
        return Task.CompletedTask;
    }

    private async Task DispatchAsync(CancellationToken end)
    {
        var isLate = dispatcher.SinceRun > Late;
        if (isLate && !_isLate)
            LogDispatched(dispatcher.SinceRun.TotalSeconds);
        _isLate = isLate;
        if (isLate)
            await dispatcher.DispatchAsync(end);
    }

    [LoggerMessage(
        EventName = "RecurringJobsPutBack", Level = LogLevel.Warning,
        Message = "Recurring jobs were gone and are put back: {Jobs}")]
    private partial void LogPutBack(string jobs);

    [LoggerMessage(
        EventName = "DispatchedWithoutJob", Level = LogLevel.Warning,
        Message = "The dispatcher's job has not run for {Seconds:F0} s; what is due is dispatched without it")]
    private partial void LogDispatched(double seconds);

    [LoggerMessage(EventName = "JobsNotLookedAfter", Level = LogLevel.Error, Message = "The jobs could not be looked after")]
    private partial void LogTrouble(Exception error);
}
