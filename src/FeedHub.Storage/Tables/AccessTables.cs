using FeedHub.Model.Access;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Tables;

/// <summary>The tables of access and of the audit log.</summary>
internal static class AccessTables
{
    /// <summary>Adds them to the model.</summary>
    public static void Configure(ModelBuilder model)
    {
        model.Entity<StoredPassword>().HasKey(p => p.Role);
        model.Entity<ApiKey>(key =>
        {
            key.Property(k => k.Name).UseCollation("NOCASE");
            key.HasIndex(k => k.Name).IsUnique();
            key.HasIndex(k => k.Hash).IsUnique();
        });
        model.Entity<AuditEntry>(entry =>
        {
            entry.HasIndex(e => e.At);
            entry.HasIndex(e => new { e.Area, e.Id });
            entry.Property(e => e.Area).HasConversion<string>();
            FeedHubDb.AsJson(entry.Property(e => e.Before));
            FeedHubDb.AsJson(entry.Property(e => e.After));
        });
    }
}
