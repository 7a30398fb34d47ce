using FeedHub.Storage.Statements.Habits;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Categories;

/// <summary>
/// Forgets what a source's categories and sections meant when no item has carried them for half a year: publishers rename sections,
/// and those who tag items with names of people leave thousands behind.
/// </summary>
public sealed class HabitAging(IDbContextFactory<FeedHubDb> databases, DatabaseWriter writer, HabitStore habits)
{
    /// <summary>How long after its last item a habit is forgotten.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    /// <summary>Deletes old rows, one source at a time so that polls pass in between; returns how many rows went.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var total = 0;
        foreach (var source in await SourcesAsync(cancellation))
        {
            var forgotten = await writer.RunAsync(session => HabitPurge.Run(session, source, now - Kept), cancellation);
            if (forgotten > 0)
                habits.Forget(source);
            total += forgotten;
        }

        return total;
    }

    // Also rows of deleted sources, if any are left.
    private async Task<List<long>> SourcesAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Habits.Select(h => h.SourceId).Distinct().ToListAsync(cancellation);
    }
}
