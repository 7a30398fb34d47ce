using FeedHub.Subscribing;
using Hangfire;

namespace FeedHub.Hosting;

/// <summary>The subscribing room in the container.</summary>
internal static class SubscribingSetup
{
    private const string EveryFifteenSeconds = "*/15 * * * * *";

    /// <summary>Adds what asks hubs and takes their pushes in.</summary>
    public static IServiceCollection AddSubscribing(this IServiceCollection services) => services
        .AddSingleton<HubClient>()
        .AddSingleton<PushReceiver>()
        .AddSingleton<PushTurns>()
        .AddSingleton<SubscriptionJob>();

    /// <summary>Starts the recurring job.</summary>
    public static void BeginSubscribing(this IServiceProvider services) =>
        services.GetRequiredService<IRecurringJobManager>().AddOrUpdate<SubscriptionJob>(
            SubscriptionJob.JobId,
            job => job.RunAsync(CancellationToken.None),
            EveryFifteenSeconds,
            new RecurringJobOptions { MisfireHandling = MisfireHandlingMode.Ignorable });
}
