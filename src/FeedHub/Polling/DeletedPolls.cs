using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;

namespace FeedHub.Polling;

/// <summary>Has sources queued again whose job a person deleted on the dashboard, at once: else they would count as on their way.</summary>
/// <param name="queue">Asked for when a poll was deleted: it is made of what has these filters.</param>
public sealed class DeletedPolls(Func<PollQueue> queue) : IJobFilterProvider, IApplyStateFilter
{
    /// <inheritdoc/>
    public IEnumerable<JobFilter> GetFilters(Job job) =>
        job?.Type == typeof(PollJob) || job?.Type == typeof(PollHostJob) ? [new(this, JobFilterScope.Type, null)] : [];

    /// <inheritdoc/>
    public void OnStateApplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        if (context.NewState is not DeletedState)
            return;
        foreach (var source in SourcesOf(context.BackgroundJob.Job))
            queue().Done(source);
        queue().Left(context.BackgroundJob.Id);
    }

    /// <inheritdoc/>
    public void OnStateUnapplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
    }

    private static IEnumerable<long> SourcesOf(Job job) => job.Args.SelectMany(argument => argument switch
    {
        long one => [one],
        long[] several => several,
        _ => (long[])[],
    });
}
