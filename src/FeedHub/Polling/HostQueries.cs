using FeedHub.Model.Polling;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Polling;

/// <summary>Reads the politeness ledger.</summary>
public sealed class HostQueries(IDbContextFactory<FeedHubDb> databases, TimeProvider time)
{
    /// <summary>Most servers that are shown.</summary>
    public const int Most = 1000;

    /// <summary>The servers that rest now, then those asked most.</summary>
    public async Task<IReadOnlyList<PolledHost>> MostAskedAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Hosts.AsNoTracking()
            .OrderByDescending(h => h.RestUntil > now).ThenByDescending(h => h.Requests).ThenBy(h => h.Name)
            .Take(Most).ToListAsync(cancellation);
    }
}
