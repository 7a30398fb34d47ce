using System.Runtime.CompilerServices;
using FeedHub.Model.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FeedHub.Auditing;

/// <summary>
/// A line of the log for each entry of the audit log, once it is stored: who did what. People's addresses, and values that may be
/// somebody's words, stand in the audit log alone.
/// </summary>
internal sealed partial class AuditLines(ILogger<AuditLines> log) : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, List<AuditEntry>> _saving = [];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Remember(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Remember(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Tell(eventData.Context!);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Tell(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Remember(DbContext db) => _saving.AddOrUpdate(
        db, [.. db.ChangeTracker.Entries<AuditEntry>().Where(e => e.State == EntityState.Added).Select(e => e.Entity)]);

    private void Tell(DbContext db)
    {
        if (!_saving.TryGetValue(db, out var entries))
            return;
        _saving.Remove(db);
        foreach (var entry in entries)
            LogChanged(entry.Who, entry.What, entry.Target is { } target ? " " + target : "", Values(entry));
    }

    private static string Values(AuditEntry entry) => entry.Area switch
    {
        AuditArea.Settings => string.Concat(
            entry.After.Select(after => $", {entry.Before.GetValueOrDefault(after.Key)} before, now {after.Value}")),
        AuditArea.Sources when entry.After.Count > 0 => $" ({string.Join(", ", entry.After.Keys)})",
        _ => "",
    };

    [LoggerMessage(EventName = "Changed", Level = LogLevel.Information, Message = "{Who}: {What}{Target}{Values}")]
    private partial void LogChanged(string who, string what, string target, string values);
}
