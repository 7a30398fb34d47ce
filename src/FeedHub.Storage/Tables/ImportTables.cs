using FeedHub.Model.Sources;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Tables;

/// <summary>The tables of imports.</summary>
internal static class ImportTables
{
    /// <summary>Adds them to the model.</summary>
    public static void Configure(ModelBuilder model)
    {
        model.Entity<SourceImport>(import => import.ToTable("Imports"));
        model.Entity<ImportLine>(line =>
        {
            line.ToTable("ImportLines");
            line.HasKey(l => new { l.ImportId, l.Place });
            line.Property(l => l.Outcome).HasConversion<string>();
            line.HasOne<SourceImport>().WithMany().HasForeignKey(l => l.ImportId);
            FeedHubDb.AsJson(line.Property(l => l.Categories));
            FeedHubDb.AsJson(line.Property(l => l.Own!));
        });
    }
}
