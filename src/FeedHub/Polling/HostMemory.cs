using FeedHub.Fetching;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Storage.Statements.Hosts;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;
using Microsoft.Extensions.Options;

namespace FeedHub.Polling;

/// <summary>Takes up, at start and from other nodes, what other people's servers were promised before: their rests, and the gap after the
/// last request.</summary>
public sealed class HostMemory(
    ReadSessions database,
    HostRests rests,
    HostGate gate,
    INodes nodes,
    TimeProvider time,
    IOptions<FeedHubOptions> options)
{
    /// <summary>Reads the ledger.</summary>
    public void Recall()
    {
        var (now, gap) = (time.GetUtcNow() + nodes.OwnerAhead, options.Value.Polling.HostGap);
        foreach (var host in RecentHosts.Of(database, now, now - gap))
        {
            if (host.RestUntil is { } until)
                rests.Set(host.Name, new(until - nodes.OwnerAhead, host.RestReason ?? Reason.Of(ReasonCode.HostAskedForRest)));

            // A clock that stepped back must not make the gap longer than it is.
            if (host.LastRequestAt + gap - now is { Ticks: > 0 } left)
                gate.Recall(SourceUrl.HostOfServer(host.Name), left < gap ? left : gap);
        }
    }
}
