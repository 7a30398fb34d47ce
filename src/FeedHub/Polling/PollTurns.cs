using FeedHub.Fetching;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using Microsoft.Extensions.Options;

namespace FeedHub.Polling;

/// <summary>Lets a poll begin when its source is free and due, its server does not rest, and its host has a turn for it.</summary>
public sealed class PollTurns(
    Lease lease,
    PutOffs putOffs,
    HostGate gate,
    OwnNetwork network,
    IOptions<FeedHubOptions> options,
    TimeProvider time)
{
    /// <summary>How long a poll waits for its host's turn before it gives its worker to others.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The same for a person's wish: another node that is at the host leaves it, or is gone for good after ten seconds.</summary>
    private static readonly TimeSpan Asked = TimeSpan.FromSeconds(20);

    /// <summary>Polls with the source's lease, in its host's turn.</summary>
    /// <param name="sourceId">Which source.</param>
    /// <param name="refresh">True if a person asks: then it need not be due, and its server's rest does not count.</param>
    /// <param name="poll">The poll; it ends the lease as it stores.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<PollReport> InTurnAsync(long sourceId, bool refresh, Func<Source, Task<PollReport>> poll, CancellationToken cancellation)
    {
        return WithLeaseAsync(sourceId, refresh, PollInTurnAsync, cancellation);

        async Task<PollReport> PollInTurnAsync(Source source)
        {
            if (!refresh && await putOffs.PutOffAsync(source, place: 0) is { } rest)
                return new(PollEnd.ServerRests) { Rest = rest };
            using var turn = await gate.EnterAsync(SourceUrl.HostOf(AskedAddress.Of(source)), refresh ? Asked : Patience, cancellation);
            return turn is null ? await YieldAsync(source) : await poll(source);
        }
    }

    /// <summary>Does something with the source's lease, if it is free and, unless a person asks, due.</summary>
    public async Task<PollReport> WithLeaseAsync(
        long sourceId,
        bool refresh,
        Func<Source, Task<PollReport>> work,
        CancellationToken cancellation)
    {
        if (await lease.AcquireAsync(sourceId, refresh, options.Value.Polling.Timeout, cancellation) is not { } source)
            return new(PollEnd.NotDue);
        try
        {
            var report = await work(source);
            if (report.End == PollEnd.NoNetwork)
                await lease.ReturnAsync(sourceId, null);
            return report;
        }
        catch
        {
            // Stopped, or the store failed: the source is due again as it was before.
            await lease.ReturnAsync(sourceId, null);
            throw;
        }
    }

    /// <summary>True if a poll came to nothing because this machine has no network.</summary>
    public ValueTask<bool> IsOfflineAsync(PollAnswer answer, CancellationToken cancellation) =>
        network.IsToBlameAsync(answer.Source, answer.Fetched, cancellation);

    private async Task<PollReport> YieldAsync(Source source)
    {
        await lease.ReturnAsync(source.Id, source.NextPollAt is null ? null : time.GetUtcNow() + Patience);
        return new(PollEnd.HostBusy);
    }
}
