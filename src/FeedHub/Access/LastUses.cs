using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Access;

/// <summary>Stores when a key or a session was last used.</summary>
public sealed class LastUses(IDbContextFactory<FeedHubDb> databases, IStorageHealth health, TimeProvider time)
{
    private static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(1);

    /// <summary>The time to note of a use now; null: one within the last minute is noted.</summary>
    /// <param name="noted">The last use that is noted, or null.</param>
    public DateTimeOffset? Due(DateTimeOffset? noted) =>
        time.GetUtcNow() is var now && (noted is null || now - noted >= NotedEvery) ? now : null;

    /// <summary>Stores it. Where nothing can be stored, the use stands all the same.</summary>
    /// <param name="store">Writes the time into the row.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task StoreAsync(Func<FeedHubDb, Task> store, CancellationToken cancellation)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            await store(db);
        }
        catch (Exception error) when (health.ReasonOf(error) is not null)
        {
            // A full disk shows on the dashboard, and must not keep anybody from it.
            health.Report(error);
        }
    }
}
