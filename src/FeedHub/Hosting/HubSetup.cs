using FeedHub.Hub;
using Hangfire;

namespace FeedHub.Hosting;

/// <summary>The hub in the container.</summary>
internal static class HubSetup
{
    // One announces, one sweeps.
    private const int Workers = 2;

    /// <summary>Adds the hub, with workers of its own for what is to be told and to whom.</summary>
    public static IServiceCollection AddHub(this IServiceCollection services) => services
        .AddHangfireServer(server =>
        {
            server.ServerName = HubQueue.Name;
            server.Queues = [HubQueue.Name];
            server.WorkerCount = Workers;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
            server.ShutdownTimeout = TimeSpan.FromSeconds(4);
        })
        .AddSingleton<SealedTopics>()
        .AddSingleton<HubStore>()
        .AddSingleton<HubTopics>()
        .AddSingleton<Callbacks>()
        .AddSingleton<SubscriberPaces>()
        .AddSingleton<HubRequesters>()
        .AddSingleton<HubQueue>()
        .AddSingleton<OneAtATime>()
        .AddTransient<HubJobs>()
        .AddSingleton<HubDocuments>()
        .AddSingleton<HubVerifications>()
        .AddSingleton<HubDeliveries>()
        .AddSingleton<HubCalls>()
        .AddHostedService<HubPump>()
        .AddHostedService<HubAnnouncer>();
}
