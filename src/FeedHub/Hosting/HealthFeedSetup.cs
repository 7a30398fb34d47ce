using FeedHub.Alerting;
using FeedHub.HealthFeed;
using FeedHub.Jobs;
using FeedHub.Model.Settings;
using FeedHub.Storage.Statements.Health;
using FeedHub.Storage.Writing;
using Microsoft.Extensions.Options;

namespace FeedHub.Hosting;

/// <summary>The health feed and the alerts in the container.</summary>
internal static class HealthFeedSetup
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddHealthFeed(this IServiceCollection services) => services
        .AddSingleton<AlertReceivers>()
        .AddSingleton<ReceiverStates>()
        .AddSingleton<AlertJob>()
        .AddSingleton<DiskSpace>()
        .AddSingleton<HealthDigest>()
        .AddSingleton<HealthEventQueries>()
        .AddSingleton<HealthFeedMemory>()
        .AddSingleton<IPurge>(provider => new RowPurge(
            provider.GetRequiredService<DatabaseWriter>(),
            (session, now) => HealthEvents.Purge(session, SinceOf(provider, now) ?? DateTimeOffset.UnixEpoch),
            counted: null));

    // Events are kept as long as stories are.
    private static DateTimeOffset? SinceOf(IServiceProvider provider, DateTimeOffset now) =>
        provider.GetRequiredService<IOptions<FeedHubOptions>>().Value.Retention.Since(now);
}
