using Hangfire.Storage;

namespace FeedHub.Jobs;

/// <summary>A connection over which one worker of a queue at a time waits for its next job.</summary>
/// <param name="inner">What it passes everything on to.</param>
/// <param name="turnOf">Whose turn it is to wait at these queues.</param>
internal sealed class RestingConnection(JobStorageConnection inner, Func<string[], Semaphore> turnOf) : PassedConnection(inner)
{
    public override IFetchedJob FetchNextJob(string[] queues, CancellationToken cancellationToken)
    {
        var turn = turnOf(queues);
        // A SemaphoreSlim spins before it waits, and there is nothing to be had soon.
        if (WaitHandle.WaitAny([turn, cancellationToken.WaitHandle]) != 0)
            throw new OperationCanceledException(cancellationToken);
        try
        {
            return base.FetchNextJob(queues, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }
}
