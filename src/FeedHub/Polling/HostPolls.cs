namespace FeedHub.Polling;

/// <summary>Polls several sources of a host one after the other.</summary>
public sealed class HostPolls(BatchTurns turns, Poller poller, PollQueue queue, PollWorkers workers, TimeProvider time)
{
    /// <summary>Polls them in their order, as far as their turns come soon; another job polls the rest.</summary>
    /// <returns>What became of those that are not left to that job.</returns>
    public Task<IReadOnlyList<BatchedPoll>> PollAsync(HostBatch batch, CancellationToken cancellation) =>
        new HostRound(turns, poller, queue, workers, time, batch, cancellation).RunAsync();
}
