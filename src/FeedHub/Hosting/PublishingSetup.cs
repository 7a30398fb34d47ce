using FeedHub.Model.Stories;
using FeedHub.Publishing;
using FeedHub.Publishing.Briefings;
using FeedHub.Publishing.Readers;
using FeedHub.Publishing.Search;
using FeedHub.Publishing.Selection;
using FeedHub.Serving;
using FeedHub.Sources;
using FeedHub.Storage.Statements.Readers;

namespace FeedHub.Hosting;

/// <summary>The publishing room in the container.</summary>
internal static class PublishingSetup
{
    /// <summary>Adds the merged feed and its pages.</summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services) => services
        .AddSending()
        .AddSingleton<StoryChanges>()
        .AddSingleton<SourceSnapshots>()
        .AddSingleton<PageDigests>()
        .AddSingleton<ArrivalSeconds>()
        .AddSingleton<TopStories>()
        .AddSingleton<StoryQueries>()
        .AddSingleton<CoverageQueries>()
        .AddSingleton<BriefingRequest>()
        .AddSingleton<EditionMaker>()
        .AddSingleton<BriefingAllowance>()
        .AddSingleton<BriefingEditions>()
        .AddSingleton<BriefingFeed>()
        .AddSingleton<BriefingKeeper>()
        .AddHostedService(provider => provider.GetRequiredService<BriefingKeeper>())
        .AddSingleton<SearchIndexer>()
        .AddHostedService(provider => provider.GetRequiredService<SearchIndexer>())
        .AddSingleton<EntryTexts>()
        .AddSingleton<MergedEntries>()
        .AddSingleton<FeedTitles>()
        .AddSingleton<MergedFeeds>()
        .AddSingleton<FeedNews>()
        .AddSingleton<FilterRequest>()
        .AddSingleton<SourceListMemory>()
        .AddSingleton<PublicAddress>()
        .AddSingleton<FeedCaching>()
        .AddSingleton<ReaderCounter>()
        .AddPurge(ReadershipStore.Purge)
        .AddSingleton<ReaderFigures>()
        .AddHostedService<ReaderKeeping>()
        .AddTrustedProxies()
        .AddRequestLimits()
        .AddHub()
        .AddIcons()
        .AddPages();
}
