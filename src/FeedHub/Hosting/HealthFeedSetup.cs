using FeedHub.Alerting;
using FeedHub.HealthFeed;

namespace FeedHub.Hosting;

/// <summary>The health feed and the alerts in the container.</summary>
internal static class HealthFeedSetup
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddHealthFeed(this IServiceCollection services) => services
        .AddSingleton<AlertReceivers>()
        .AddSingleton<AlertJob>()
        .AddSingleton<DiskSpace>()
        .AddSingleton<HealthDigest>()
        .AddSingleton<HealthEventQueries>()
        .AddSingleton<HealthFeedMemory>();
}
