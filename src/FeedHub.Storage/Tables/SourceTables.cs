using FeedHub.Model.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FeedHub.Storage.Tables;

/// <summary>The tables of sources and of what feeds.json declares.</summary>
internal static class SourceTables
{
    /// <summary>Adds them to the model.</summary>
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Source>(ConfigureSource);
        model.Entity<SourceSentences>(sentences =>
        {
            sentences.HasKey(s => s.SourceId);
            sentences.HasOne<Source>().WithOne(s => s.Sentences).HasForeignKey<SourceSentences>(s => s.SourceId);
        });
        model.Entity<DeletedSource>(deleted =>
        {
            deleted.HasIndex(d => d.UrlKey).IsUnique();
            deleted.HasIndex(d => d.DeletedAt);
            deleted.Property(d => d.Identity).HasConversion<string>();
            FeedHubDb.AsJson(deleted.Property(d => d.Declared));
        });
        model.Entity<DeclaredPart>().HasKey(part => part.Name);
        model.Entity<DeclaredEntry>(declaration =>
        {
            declaration.HasKey(d => d.UrlKey);
            declaration.Property(d => d.Hash).HasColumnName("Fingerprint");
            declaration.HasOne(d => d.Source).WithMany().HasForeignKey(d => d.SourceId).OnDelete(DeleteBehavior.SetNull);
        });
    }

    private static void ConfigureSource(EntityTypeBuilder<Source> source)
    {
        source.HasIndex(s => s.Slug).IsUnique();
        source.HasIndex(s => s.UrlKey).IsUnique();
        source.HasIndex(s => s.Host);
        source.HasIndex(s => s.NextPollAt);
        source.Property(s => s.Version).IsConcurrencyToken();
        source.Ignore(s => s.DisplayTitle);
        source.Ignore(s => s.Look);
        source.ComplexProperty(s => s.Declared, ConfigureDeclared);
        source.ComplexProperty(s => s.Feed, ConfigureFeed);
        source.ComplexProperty(s => s.Polling, ConfigurePolling);
    }

    private static void ConfigureDeclared(ComplexPropertyBuilder<DeclaredSource> declared)
    {
        declared.Property(d => d.Kind).HasConversion<string>().HasDefaultValue(SourceKind.Feed);
        declared.Property(d => d.Content).HasConversion<string>();
        declared.Property(d => d.Robots).HasConversion<string>().HasDefaultValue(RobotsPolicy.Obey);
        FeedHubDb.AsJson(declared.Property(d => d.Selectors!));
        FeedHubDb.AsJson(declared.Property(d => d.Categories));
        FeedHubDb.AsJson(declared.Property(d => d.Headers));
        InColumnsOfTheirNames(declared);
    }

    private static void ConfigureFeed(ComplexPropertyBuilder<SourceFeed> feed)
    {
        feed.Property(f => f.Identity).HasConversion<string>();
        FeedHubDb.AsJson(feed.Property(f => f.Hints));
        FeedHubDb.AsJson(feed.Property(f => f.FoundSelectors!));
        InColumnsOfTheirNames(feed);
        feed.Property(f => f.Title).HasColumnName("FeedTitle");
        feed.Property(f => f.Rights).HasColumnName("FeedRights");
        feed.Property(f => f.Icon).HasColumnName("FeedIcon");
        feed.Property(f => f.Language).HasColumnName("FeedLanguage");
    }

    private static void ConfigurePolling(ComplexPropertyBuilder<SourcePolling> polling)
    {
        polling.Property(p => p.State).HasConversion<string>();
        FeedHubDb.AsJson(polling.Property(p => p.OfferedFeeds));
        FeedHubDb.AsJson(polling.Property(p => p.Rhythm!));
        InColumnsOfTheirNames(polling);
        polling.Property(p => p.ConflictingUrl).HasColumnName("TakenUrl");
    }

    // Else EF Core would put the name of the part before each.
    private static void InColumnsOfTheirNames<T>(ComplexPropertyBuilder<T> part)
        where T : notnull
    {
        foreach (var property in part.Metadata.ComplexType.GetProperties())
            property.SetColumnName(property.Name);
    }
}
