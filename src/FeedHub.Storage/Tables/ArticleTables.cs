using FeedHub.Model.Articles;
using FeedHub.Model.Sources;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Tables;

/// <summary>The tables of pages of articles.</summary>
internal static class ArticleTables
{
    /// <summary>Adds them to the model.</summary>
    public static void Configure(ModelBuilder model)
    {
        model.Entity<QueuedPage>(page =>
        {
            page.ToTable("QueuedPages");
            page.HasIndex(p => new { p.SourceId, p.ItemKey }).IsUnique();
            page.HasIndex(p => new { p.Host, p.SortAt, p.Id });
            page.HasIndex(p => p.DueAt);
            page.HasIndex(p => p.WaitsUntil).HasFilter("WaitsUntil IS NOT NULL");
            page.HasOne<Source>().WithMany().HasForeignKey(p => p.SourceId);
        });
        model.Entity<ArticleFigures>(pages =>
        {
            pages.ToTable("SourcePages");
            pages.HasKey(p => p.SourceId);
            pages.HasOne<Source>().WithOne().HasForeignKey<ArticleFigures>(p => p.SourceId);
        });
        model.Entity<KeptRobots>(robots =>
        {
            robots.ToTable("KeptRobots");
            robots.HasKey(r => r.Origin);
            robots.HasIndex(r => r.Until);
        });
    }
}
