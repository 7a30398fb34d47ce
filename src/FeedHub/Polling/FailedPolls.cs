using System.Collections.Concurrent;
using Hangfire;
using Hangfire.States;

namespace FeedHub.Polling;

/// <summary>
/// The failed jobs of polls, one for each source: an earlier one goes when the source fails again or is well again. What is forgotten by
/// a restart goes after a day as all failed jobs do.
/// </summary>
internal sealed class FailedPolls(IBackgroundJobClient jobs)
{
    private readonly ConcurrentDictionary<long, string> _jobs = new();

    /// <summary>This job shows from now on that the source fails.</summary>
    public void Note(long sourceId, string? job)
    {
        if (job is null)
            return;
        string? former = null;
        _jobs.AddOrUpdate(sourceId, job, (_, known) =>
        {
            former = known;
            return job;
        });
        if (former is not null && former != job)
            Withdraw(former, "The source has failed again since.");
    }

    /// <summary>The source is well: nothing shows any more that it was not.</summary>
    public void Forget(long sourceId)
    {
        if (_jobs.TryRemove(sourceId, out var job))
            Withdraw(job, "The source is well again.");
    }

    // Only from the list of the failed: a person may have queued it again.
    private void Withdraw(string job, string why) =>
        jobs.ChangeState(job, new DeletedState { Reason = why }, FailedState.StateName);
}
