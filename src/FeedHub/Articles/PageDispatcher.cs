using FeedHub.Fetching;
using FeedHub.Polling;
using FeedHub.Storage.Statements.Articles;
using FeedHub.Storage.Writing;
using Hangfire;

namespace FeedHub.Articles;

/// <summary>The recurring job that queues a job for each host with pages due, and lets items go out that have waited long enough.</summary>
[Queue(Dispatcher.Queue)]
public sealed class PageDispatcher(ReadSessions database, PageTurns turns, PageJobs jobs, OwnNetwork network, IStorageHealth storage,
    TimeProvider time)
{
    /// <summary>Id of the recurring job.</summary>
    public const string JobId = "pages";

    /// <summary>Does both; the line returned is the job's result on the dashboard.</summary>
    [JobDisplayName("Pages of articles: queue what is due")]
    [AutomaticRetry(Attempts = 0)]
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        if (!storage.IsWell())
            return $"not dispatched: {storage.Trouble}";
        cancellation.ThrowIfCancellationRequested();
        var released = await turns.ReleaseAsync();
        if (network.Trouble is { } trouble)
            return $"not dispatched: {trouble}; {released} items waited long enough";
        var queued = PageQueue.DueHosts(database, time.GetUtcNow()).Count(jobs.Enqueue);
        return queued + released == 0 ? "nothing due" : $"{queued} hosts queued, {released} items waited long enough";
    }
}
