using FeedHub.Model.Access;
using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FeedHub.Storage.Statements.Audit;

/// <summary>Writes down who added or changed which source, in the transaction that does it, for every caller.</summary>
internal sealed class SourceAudit(TimeProvider time) : SaveChangesInterceptor
{
    /// <summary>A first feeds.json may name thousands: then one entry says how many.</summary>
    private const int ListedAdditions = 50;

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Note(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Note(DbContext db)
    {
        var sources = db.ChangeTracker.Entries<Source>().Where(e => e.State is EntityState.Added or EntityState.Modified)
            .ToLookup(e => e.State);
        var entries = sources[EntityState.Modified].Select(Changed).OfType<AuditEntry>().Concat(Added([.. sources[EntityState.Added]]))
            .ToList();
        db.AddRange(entries);
    }

    private IEnumerable<AuditEntry> Added(IReadOnlyList<EntityEntry<Source>> added) => added.Count <= ListedAdditions
        ? added.Select(e => EntryOf("source added", e.Entity.Slug, AuditEntry.Nothing, Values(e.Entity, AuditedProperty.GivenIn(e.Entity))))
        : [EntryOf(
            "sources added",
            $"{added.Count} sources: {string.Join(", ", added.Select(e => e.Entity.Slug))}",
            AuditEntry.Nothing,
            AuditEntry.Nothing)];

    private AuditEntry? Changed(EntityEntry<Source> entry)
    {
        var (before, after) = ((Source)entry.OriginalValues.ToObject(), entry.Entity);
        var changed = AuditedProperty.ChangedBetween(before, after).ToList();
        return changed.Count == 0
            ? null
            : EntryOf(Words(after, changed), after.Slug, Values(before, changed), Values(after, changed));
    }

    private static string Words(Source source, IReadOnlyList<AuditedProperty> changed) =>
        changed is not [{ Name: var only }] || only != SourceProperties.Enabled.AuditName ? "source changed"
            : source.Declared.Enabled ? "source resumed" : "source paused";

    private AuditEntry EntryOf(
        string what,
        string target,
        IReadOnlyDictionary<string, string?> before,
        IReadOnlyDictionary<string, string?> after) =>
        AuditLog.EntryOf(Actor.Current, AuditArea.Sources, what, target, time.GetUtcNow(), before, after);

    private static Dictionary<string, string?> Values(Source source, IEnumerable<AuditedProperty> properties) =>
        properties.Select(p => (p.Name, Text: p.TextOf(source))).Where(p => p.Text is not null).ToDictionary(p => p.Name, p => p.Text);
}
