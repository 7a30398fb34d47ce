using FeedHub.Jobs;
using FeedHub.Observability;
using Hangfire;
using Hangfire.Server;

namespace FeedHub.Polling;

/// <summary>
/// Polls of several sources of one host as one Hangfire job; its result has a line of each. A source that brought no feed shows as a
/// failed <see cref="PollJob"/> of its own.
/// </summary>
[AutomaticRetry(Attempts = 0, LogEvents = false)]
[FailedForADay]
[CarriesTrace]
[NotesRequeue]
[Queue(PollJob.Queue)]
public sealed class PollHostJob(HostPolls polls, PollQueue queue)
{
    /// <summary>Polls those of the sources that are due, or all if a person requeued the job after it had ended.</summary>
    public Task<string> RunAsync(string host, long[] sourceIds, PerformContext? context, CancellationToken cancellation) =>
        PollAsync(new(host, sourceIds, context is not null && NotesRequeueAttribute.IsRequeued(context)), context, cancellation);

    /// <summary>Polls the sources because a person asked.</summary>
    public Task<string> RefreshAsync(string host, long[] sourceIds, PerformContext? context, CancellationToken cancellation) =>
        PollAsync(new(host, sourceIds, Refresh: true), context, cancellation);

    private async Task<string> PollAsync(HostBatch batch, PerformContext? context, CancellationToken cancellation)
    {
        try
        {
            return PollWords.Of(await polls.PollAsync(batch, cancellation));
        }
        finally
        {
            queue.Left(context?.BackgroundJob.Id);
        }
    }
}
