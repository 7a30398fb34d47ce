using FeedHub.Categories;
using FeedHub.Discovering;
using FeedHub.Sources;
using FeedHub.Sources.Adding;
using FeedHub.Sources.Browsing;
using FeedHub.Sources.Exporting;
using FeedHub.Sources.Importing;
using FeedHub.Sources.OwnFeeds;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Statements.Stories;

namespace FeedHub.Hosting;

/// <summary>The sources room in the container.</summary>
internal static class SourcesSetup
{
    /// <summary>Adds the catalogue and what keeps it in step with feeds.json.</summary>
    public static IServiceCollection AddSources(this IServiceCollection services) => services
        .AddSingleton<Taggers>()
        .AddSingleton<SourceRules>()
        .AddSingleton<SourceWords>()
        .AddSingleton<SourceRemoval>()
        .AddPurge(DeletedSources.Purge)
        .AddPurge(LeftEntries.Purge)
        .AddSingleton<Downloads>()
        .AddSingleton<FeedFinder>()
        .AddSingleton<FeedPreview>()
        .AddSingleton<FirstPoll>()
        .AddSingleton<SourceAdding>()
        .AddSingleton<BulkAdding>()
        .AddSingleton<SourceEditing>()
        .AddSingleton<SourceBulk>()
        .AddSingleton<SourceUndeletion>()
        .AddSingleton<FolderCategories>()
        .AddSingleton<Imports>()
        .AddTransient<ImportJob>()
        .AddSingleton<SourceBrowser>()
        .AddTransient<DeletionJob>()
        .AddSingleton<SourceCatalogue>()
        .AddSingleton<Declarations>()
        .AddSingleton<OwnFeedCatalogue>()
        .AddSingleton<DeclaredParts>()
        .AddSingleton<RuleEdits>()
        .AddSingleton<SourceExport>()
        .AddSingleton<FeedsFileApplication>()
        .AddSingleton<FeedsFileSync>();
}
