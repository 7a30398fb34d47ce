using FeedHub.Publishing.Hub;
using FeedHub.Publishing.Pages;
using FeedHub.Publishing.Search;
using FeedHub.Publishing.Selection;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace FeedHub.Publishing;

/// <summary>The publishing room in the container.</summary>
internal static class PublishingSetup
{
    /// <summary>Long enough for any search that is typed or pasted: it is answered rather than refused before anybody reads it.</summary>
    private const int MaxRequestLine = 64 * 1024;

    /// <summary>Adds the merged feed and its pages.</summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services) => services
        .Configure<KestrelServerOptions>(server => server.Limits.MaxRequestLineSize = MaxRequestLine)
        .AddSingleton<StoryChanges>()
        .AddSingleton<SourceViews>()
        .AddSingleton<Fingerprints>()
        .AddSingleton<StoryQueries>()
        .AddSingleton<SearchIndexer>()
        .AddHostedService(provider => provider.GetRequiredService<SearchIndexer>())
        .AddSingleton<EntryTexts>()
        .AddSingleton<MergedEntries>()
        .AddSingleton<FeedTitles>()
        .AddSingleton<MergedFeeds>()
        .AddSingleton<FilterRequest>()
        .AddSingleton<SourceListMemory>()
        .AddSingleton<PublicAddress>()
        .AddSingleton<FeedCaching>()
        .AddTrustedProxies()
        .AddRequestLimits()
        .AddHub()
        .AddPages();
}
