using FeedHub.Fetching;
using FeedHub.Model.Settings;
using FeedHub.Storage.Writing;
using Hangfire;
using Microsoft.Extensions.Options;

namespace FeedHub.Polling;

/// <summary>
/// The recurring job that queues a poll for each source that is due. One dispatcher rather than a recurring job per source:
/// cron can say neither jitter nor Retry-After (docs/notes/polls.md).
/// </summary>
[Queue(Queue)]
public sealed class Dispatcher(
    DueHosts hosts,
    PollQueue queue,
    Lease lease,
    ClockSteps clock,
    IStorageHealth storage,
    OwnNetwork network,
    TimeProvider time,
    IOptions<FeedHubOptions> options)
{
    /// <summary>Workers of its own: what is due is queued even while other jobs take long.</summary>
    public const string Queue = "dispatch";

    /// <summary>Id of the recurring job.</summary>
    public const string JobId = "dispatch";

    private long _ranAt = time.GetTimestamp();
    private long _lookedAt = time.GetTimestamp();

    /// <summary>Time since its job last ran to its end, or since the start.</summary>
    public TimeSpan SinceRun => time.GetElapsedTime(Volatile.Read(ref _ranAt));

    /// <summary>Time since anybody last looked for what is due.</summary>
    public TimeSpan SinceLook => time.GetElapsedTime(Volatile.Read(ref _lookedAt));

    /// <summary>Queues what is due; the line returned is the job's result on the dashboard.</summary>
    [JobDisplayName("Dispatch: queue the polls that are due")]
    [AutomaticRetry(Attempts = 0)]
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var line = await DispatchAsync(cancellation);
        Volatile.Write(ref _ranAt, time.GetTimestamp());
        return line;
    }

    /// <summary>The same, without the job.</summary>
    public async Task<string> DispatchAsync(CancellationToken cancellation)
    {
        if (!storage.IsWell())
            return $"not dispatched: {storage.Trouble}";
        await lease.ReturnOwedAsync();
        await clock.FollowAsync(cancellation);
        if (network.Trouble is { } trouble)
        {
            Volatile.Write(ref _lookedAt, time.GetTimestamp());
            return $"not dispatched: {trouble}";
        }

        var atATime = options.Value.Polling.PerHost;
        var queued = (await hosts.FindAsync())
            .Sum(host => queue.Enqueue(host.Key, host.Select(source => source.Id), atATime));
        Volatile.Write(ref _lookedAt, time.GetTimestamp());
        return queued == 0 ? "nothing due" : $"{queued} queued";
    }
}
