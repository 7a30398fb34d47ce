using FeedHub.Polling.Sending;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Writing;

namespace FeedHub.Polling;

/// <summary>The sources that are due, by host. Of several nodes each has its own hosts, and learns what others promised them
/// before.</summary>
public sealed class DueHosts(ReadSessions database, INodes nodes, HostMemory memory, TimeProvider time, HostClaims? claims = null)
{
    /// <summary>What is due at the hosts of this node.</summary>
    public async Task<IEnumerable<IGrouping<string, DueSource>>> FindAsync()
    {
        var due = DueSources.At(database, time.GetUtcNow() + nodes.OwnerAhead).GroupBy(source => source.Host).ToList();
        if (claims is null || due.Count == 0)
            return due;
        var mine = await claims.ShareAsync([.. due.Select(host => host.Key)]);
        if (mine.Count > 0 && nodes.HasOthers)
            memory.Recall();
        return due.Where(host => mine.Contains(host.Key));
    }
}
