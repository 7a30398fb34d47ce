using FeedHub.Model.Settings;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FeedHub.Polling;

/// <summary>
/// The recurring job that queues a poll for each source that is due. One dispatcher rather than a recurring job per source:
/// cron can say neither jitter nor Retry-After (docs/notes/polls.md).
/// </summary>
[Queue(Queue)]
public sealed class Dispatcher(
    IDbContextFactory<FeedHubDb> databases,
    PollQueue queue,
    ClockSteps clock,
    IStorageHealth storage,
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
        if (!storage.IsWell())
            return $"not dispatched: {storage.Trouble}";
        await clock.FollowAsync(cancellation);
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var due = await db.Sources.AsNoTracking()
            .Where(s => s.NextPollAt <= now && s.Declared.Enabled && (s.Polling.LeaseUntil == null || s.Polling.LeaseUntil <= now))
            .OrderBy(s => s.NextPollAt)
            .Select(s => new { s.Id, s.Host })
            .ToListAsync(cancellation);
        var queued = due.GroupBy(s => s.Host).Sum(host => Enqueue(host.Select(s => s.Id)));
        return queued == 0 ? "nothing due" : $"{queued} queued";
    }

    // One host's sources start HostGap apart: workers that wait for their turn would keep other hosts waiting.
    private int Enqueue(IEnumerable<long> sourcesOfOneHost)
    {
        var queued = 0;
        foreach (var id in sourcesOfOneHost)
        {
            if (queue.TryEnqueue(id, options.Value.Polling.HostGap * (queued / options.Value.Polling.PerHost)))
                queued++;
        }

        return queued;
    }
}
