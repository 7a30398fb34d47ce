using FeedHub.Model.Health;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Writing;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.HealthFeed;

/// <summary>Reads health events, for the feed and for pages.</summary>
public sealed class HealthEventQueries(IDbContextFactory<FeedHubDb> databases, IStorageHealth storage)
{
    /// <summary>The newest events, newest first. What is going on and cannot be stored, because nothing can, comes first.</summary>
    public async Task<IReadOnlyList<HealthEvent>> NewestAsync(int limit, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var stored = await db.HealthEvents.AsNoTracking().OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Take(limit).ToListAsync(cancellation);

        // Versions before stored addresses whole.
        stored.ForEach(e => (e.Text, e.SourceTitle) = (ShownAddress.InText(e.Text), ShownAddress.InText(e.SourceTitle)));
        return storage.Spell is { Until: null } spell ? [Begin(spell), .. stored] : stored;
    }

    /// <summary>The event that a spell of trouble begins with.</summary>
    internal static HealthEvent Begin(StorageSpell spell) =>
        new() { At = spell.Since, Kind = HealthEventKind.StorageFailing, Text = spell.Words };
}
