using FeedHub.Model.Categories;
using FeedHub.Model.Stories;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Tables;

/// <summary>The tables of this room.</summary>
internal static class CategoryTables
{
    /// <summary>Adds them to the model.</summary>
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Item>(item =>
        {
            // Few items are corrected: the index holds only those.
            item.HasIndex(i => i.StoryId, "IX_Items_Corrected").HasFilter("CategoryLabelId IS NOT NULL");
            item.HasIndex(i => i.CategoryLabelId).HasFilter("CategoryLabelId IS NOT NULL");
        });
        model.Entity<CategoryLabel>(label => FeedHubDb.AsJson(label.Property(l => l.Slugs)));
        model.Entity<PublisherAlias>(alias =>
        {
            alias.HasKey(a => a.Word);
            alias.Property(a => a.Word).UseCollation("NOCASE");
        });
        model.Entity<StoredHabit>(habit =>
        {
            habit.ToTable("Habits");
            habit.HasKey(h => new { h.SourceId, h.Sign, h.Slug });
        });
        model.Entity<Retag>().HasIndex(r => r.FinishedAt);
        model.Entity<Retag>().Property(r => r.RulesHash).HasColumnName("Fingerprint");
    }
}
