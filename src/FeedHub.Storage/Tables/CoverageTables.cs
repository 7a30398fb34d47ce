using FeedHub.Model.Coverage;
using FeedHub.Model.Stories;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Tables;

/// <summary>The tables of events and briefings.</summary>
internal static class CoverageTables
{
    /// <summary>Adds them to the model.</summary>
    public static void Configure(ModelBuilder model)
    {
        model.Entity<NewsEvent>(told =>
        {
            told.ToTable("Events");
            told.HasIndex(e => new { e.Sources, e.Id });
            told.HasIndex(e => e.IntoId).HasFilter("IntoId IS NOT NULL");
        });
        model.Entity<Story>(story =>
        {
            story.Ignore(s => s.Coverage);
            story.HasIndex(s => s.EventId).HasFilter("EventId IS NOT NULL");
        });
        model.Entity<WaitingStory>().ToTable("EventQueue");
        model.Entity<Briefing>(briefing =>
        {
            briefing.ToTable("Briefings");
            briefing.HasIndex(b => b.Key).IsUnique();
        });
        model.Entity<Edition>(edition =>
        {
            edition.ToTable("Editions");
            edition.HasIndex(e => new { e.BriefingId, e.At }).IsUnique();
        });
    }
}
