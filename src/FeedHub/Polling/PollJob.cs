using FeedHub.Jobs;
using FeedHub.Observability;
using Hangfire;
using Hangfire.Server;

namespace FeedHub.Polling;

/// <summary>The poll failed: the job shows as failed on the dashboard, with these words. The source's own schedule goes on.</summary>
public sealed class PollFailedException(string message) : Exception(message);

/// <summary>One poll as a Hangfire job. Its argument is an id, since arguments show on the dashboard.</summary>
[AutomaticRetry(Attempts = 0)]
[FailedForADay]
[CarriesTrace]
[NotesRequeue]
[Queue(Queue)]
public sealed class PollJob(Poller poller, PollQueue queue)
{
    /// <summary>Polls have workers of their own, so that a slow publisher holds up nothing else.</summary>
    public const string Queue = "polls";

    /// <summary>Polls a source that is due, or whose poll that had ended a person requeued.</summary>
    /// <exception cref="PollFailedException">The poll brought no feed.</exception>
    public async Task<string> RunAsync(long sourceId, PerformContext? context, CancellationToken cancellation)
    {
        try
        {
            return Worded(
                await poller.PollAsync(sourceId, refresh: context is not null && NotesRequeueAttribute.IsRequeued(context), cancellation));
        }
        finally
        {
            queue.Done(sourceId);
            queue.Left(context?.BackgroundJob.Id);
        }
    }

    /// <summary>Polls a source because a person asked.</summary>
    /// <exception cref="PollFailedException">The poll brought no feed.</exception>
    public async Task<string> RefreshAsync(long sourceId, CancellationToken cancellation) =>
        Worded(await poller.PollAsync(sourceId, refresh: true, cancellation));

    /// <summary>Polls a source because a person asked, and asks for all that its server has: without validators.</summary>
    /// <exception cref="PollFailedException">The poll brought no feed.</exception>
    public async Task<string> RefreshInFullAsync(long sourceId, CancellationToken cancellation) =>
        Worded(await poller.PollInFullAsync(sourceId, cancellation));

    private static string Worded(PollReport report) =>
        report.Error is { } error ? throw new PollFailedException(error.ToString()) : PollWords.Of(report);
}
