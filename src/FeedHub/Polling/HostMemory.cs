using FeedHub.Fetching;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Reasons;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FeedHub.Polling;

/// <summary>Takes up at start what other people's servers were promised before: their rests, and the gap after the last request.</summary>
public sealed class HostMemory(
    IDbContextFactory<FeedHubDb> databases,
    HostRests rests,
    HostGate gate,
    TimeProvider time,
    IOptions<FeedHubOptions> options)
{
    /// <summary>Reads the ledger.</summary>
    public async Task RecallAsync(CancellationToken cancellation)
    {
        var (now, gap) = (time.GetUtcNow(), options.Value.Polling.HostGap);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        foreach (var host in await db.Hosts.AsNoTracking().Where(h => h.RestUntil > now || h.LastRequestAt > now - gap)
            .ToListAsync(cancellation))
        {
            if (host.RestUntil is { } until)
                rests.Set(host.Name, new(until, host.RestReason ?? Reason.Of(ReasonCode.HostAskedForRest)));

            // A clock that stepped back must not make the gap longer than it is.
            if (host.LastRequestAt + gap - now is { Ticks: > 0 } left)
                gate.Recall(SourceUrl.HostOfServer(host.Name), left < gap ? left : gap);
        }
    }
}
