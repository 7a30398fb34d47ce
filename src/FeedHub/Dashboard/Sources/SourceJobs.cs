using FeedHub.Polling;
using Hangfire;
using Hangfire.Common;

namespace FeedHub.Dashboard.Sources;

/// <summary>The jobs that polled a source, among the newest that Hangfire keeps: Hangfire cannot be asked by source.</summary>
public sealed class SourceJobs(JobStorage storage)
{
    private const int FailedLookedThrough = 500;
    private const int OthersLookedThrough = 100;

    /// <summary>The id of the newest job; null: none is among those that are looked through.</summary>
    /// <param name="sourceId">The source's key.</param>
    public string? NewestOf(long sourceId)
    {
        var api = storage.GetMonitoringApi();
        IEnumerable<(string Id, DateTime? At, Job? Job)> known =
        [
            .. api.ProcessingJobs(0, OthersLookedThrough).Select(job => (job.Key, job.Value?.StartedAt, job.Value?.Job)),
            .. api.SucceededJobs(0, OthersLookedThrough).Select(job => (job.Key, job.Value?.SucceededAt, job.Value?.Job)),
            .. api.FailedJobs(0, FailedLookedThrough).Select(job => (job.Key, job.Value?.FailedAt, job.Value?.Job)),
        ];
        return known.Where(job => Polls(job.Job, sourceId)).OrderByDescending(job => job.At).Select(job => job.Id).FirstOrDefault();
    }

    private static bool Polls(Job? job, long sourceId) => job?.Args switch
    {
        [long id, ..] => job.Type == typeof(PollJob) && id == sourceId,
        [string, long[] ids, ..] => job.Type == typeof(PollHostJob) && ids.Contains(sourceId),
        _ => false,
    };
}
