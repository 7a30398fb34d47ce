using FeedHub.Model.Sources;
using FeedHub.Storage.Statements.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FeedHub.Storage.Statements.Sources;

/// <summary>Raises the version of each source that an edit changes, for every caller: the same changes that the audit log has.</summary>
internal sealed class SourceVersions : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Raise(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Raise(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Raise(DbContext db)
    {
        foreach (var edited in db.ChangeTracker.Entries<Source>().Where(e => e.State == EntityState.Modified).Where(IsEdited))
            edited.Property(s => s.Version).CurrentValue = edited.Property(s => s.Version).OriginalValue + 1;
    }

    private static bool IsEdited(EntityEntry<Source> entry) =>
        AuditedProperty.ChangedBetween((Source)entry.OriginalValues.ToObject(), entry.Entity).Any();
}
