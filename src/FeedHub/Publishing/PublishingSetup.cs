using FeedHub.Publishing.Pages;

namespace FeedHub.Publishing;

/// <summary>The publishing room in the container.</summary>
internal static class PublishingSetup
{
    /// <summary>Adds the merged feed and its pages.</summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services) => services
        .AddSingleton<StoryChanges>()
        .AddSingleton<StoryQueries>()
        .AddSingleton<EntryTexts>()
        .AddSingleton<MergedEntries>()
        .AddSingleton<FeedTitles>()
        .AddSingleton<MergedFeeds>()
        .AddSingleton<FilterRequest>()
        .AddSingleton<PublicAddress>()
        .AddSingleton<PageRenderer>();
}
