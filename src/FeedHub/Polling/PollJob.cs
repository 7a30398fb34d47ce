using FeedHub.Jobs;
using FeedHub.Observability;
using Hangfire;
using Hangfire.Server;

namespace FeedHub.Polling;

/// <summary>The poll failed: the job shows as failed on the dashboard, with these words. The source's own schedule goes on.</summary>
public sealed class PollFailedException(string message) : Exception(message), IExpectedFailure
{
    /// <summary>What failed, as the list of failed jobs says it.</summary>
    public const string Said = "The publisher's answer";

    /// <inheritdoc/>
    public string What => Said;

    /// <summary>None: where in FeedHub an answer was read tells nothing of a publisher that is down.</summary>
    public override string? StackTrace => null;
}

/// <summary>One poll as a Hangfire job. Its argument is an id, since arguments show on the dashboard.</summary>
[AutomaticRetry(Attempts = 0, LogEvents = false)]
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
            var refresh = context is not null && NotesRequeueAttribute.IsRequeued(context);
            return Worded(sourceId, await poller.PollAsync(sourceId, refresh, cancellation), context);
        }
        finally
        {
            queue.Done(sourceId);
            queue.Left(context?.BackgroundJob.Id);
        }
    }

    /// <summary>Polls a source because a person asked.</summary>
    /// <exception cref="PollFailedException">The poll brought no feed.</exception>
    public async Task<string> RefreshAsync(long sourceId, PerformContext? context, CancellationToken cancellation) =>
        Worded(sourceId, await poller.PollAsync(sourceId, refresh: true, cancellation), context);

    /// <summary>Polls a source because a person asked, and asks for all that its server has: without validators.</summary>
    /// <exception cref="PollFailedException">The poll brought no feed.</exception>
    public async Task<string> RefreshInFullAsync(long sourceId, CancellationToken cancellation) =>
        Worded(sourceId, await poller.PollInFullAsync(sourceId, cancellation), null);

    /// <summary>The same, as versions before queued it.</summary>
    /// <exception cref="PollFailedException">The poll brought no feed.</exception>
    public Task<string> RefreshAsync(long sourceId, CancellationToken cancellation) => RefreshAsync(sourceId, null, cancellation);

    private string Worded(long sourceId, PollReport report, PerformContext? context)
    {
        if (report.Error is { } error)
        {
            queue.Failed(sourceId, context?.BackgroundJob.Id);
            throw new PollFailedException(error.ToString());
        }

        if (report.Stored is not null)
            queue.Well(sourceId);
        return PollWords.Of(report);
    }
}
