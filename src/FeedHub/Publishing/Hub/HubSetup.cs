using Hangfire;

namespace FeedHub.Publishing.Hub;

/// <summary>The hub in the container.</summary>
internal static class HubSetup
{
    private const int Workers = 4;

    /// <summary>Adds the hub with workers of its own, and others of their own for hosts that take their time.</summary>
    public static IServiceCollection AddHub(this IServiceCollection services)
    {
        foreach (var queue in (string[])[HubQueue.Name, HubQueue.Slow])
        {
            services.AddHangfireServer(server =>
            {
                server.ServerName = queue;
                server.Queues = [queue];
                server.WorkerCount = Workers;
                server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
                server.ShutdownTimeout = TimeSpan.FromSeconds(4);
            });
        }

        return services
            .AddSingleton<HubStore>()
            .AddSingleton<HubTopics>()
            .AddSingleton<Callbacks>()
            .AddSingleton<SlowHosts>()
            .AddSingleton<HubQueue>()
            .AddSingleton<OneAtATime>()
            .AddTransient<HubJobs>()
            .AddTransient<HubCalls>()
            .AddHostedService<HubAnnouncer>();
    }
}
