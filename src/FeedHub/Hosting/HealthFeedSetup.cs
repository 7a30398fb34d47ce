using FeedHub.HealthFeed;
using Hangfire;

namespace FeedHub.Hosting;

/// <summary>The health feed in the container.</summary>
internal static class HealthFeedSetup
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddHealthFeed(this IServiceCollection services) => services
        .AddSingleton<DiskSpace>()
        .AddSingleton<HealthDigest>()
        .AddSingleton<HealthEventQueries>()
        .AddSingleton<HealthFeedMemory>();

    /// <summary>Starts the recurring look at storage and disk.</summary>
    public static void BeginHealthDigest(this IServiceProvider services) =>
        services.GetRequiredService<IRecurringJobManager>().AddOrUpdate<HealthDigest>(
        HealthDigest.JobId,
        digest => digest.RunAsync(CancellationToken.None),
        Cron.Minutely(),
        new RecurringJobOptions { MisfireHandling = MisfireHandlingMode.Ignorable });
}
