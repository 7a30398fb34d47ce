using Hangfire.Storage;

namespace FeedHub.Jobs;

/// <summary>A connection over which one worker of a queue at a time waits for its next job.</summary>
/// <param name="inner">What it passes everything on to.</param>
/// <param name="turnOf">Whose turn it is to wait at these queues.</param>
internal sealed class RestingConnection(JobStorageConnection inner, Func<string[], SemaphoreSlim> turnOf) : PassedConnection(inner)
{
    public override IFetchedJob FetchNextJob(string[] queues, CancellationToken cancellationToken)
    {
        var turn = turnOf(queues);
        turn.Wait(cancellationToken);
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
