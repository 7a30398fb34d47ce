using FeedHub.Model.Settings;
using FeedHub.Storage.Statements.Sources;
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
    ReadSessions database,
    PollQueue queue,
    ClockSteps clock,
    IStorageHealth storage,
    INodes nodes,
    TimeProvider time,
    IOptions<FeedHubOptions> options)
{
    /// <summary>Workers of its own: what is due is queued even while other jobs take long.</summary>
    public const string Queue = "dispatch";

    /// <summary>Id of the recurring job.</summary>
    public const string JobId = "dispatch";

    /// <summary>Queues what is due; the line returned is the job's result on the dashboard.</summary>
    [JobDisplayName("Dispatch: queue the polls that are due")]
    [AutomaticRetry(Attempts = 0)]
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        if (!nodes.IsOwner)
            return "not dispatched: another node does";
        if (!storage.IsWell())
            return $"not dispatched: {storage.Trouble}";
        await clock.FollowAsync(cancellation);
        var atATime = options.Value.Polling.PerHost;
        var queued = DueSources.At(database, time.GetUtcNow()).GroupBy(source => source.Host)
            .Sum(host => queue.Enqueue(host.Key, host.Select(source => source.Id), atATime));
        return queued == 0 ? "nothing due" : $"{queued} queued";
    }
}
