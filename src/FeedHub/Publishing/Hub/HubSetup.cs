using Hangfire;

namespace FeedHub.Publishing.Hub;

/// <summary>The hub in the container.</summary>
internal static class HubSetup
{
    private const int Workers = 4;

    /// <summary>Adds the hub with workers of its own.</summary>
    public static IServiceCollection AddHub(this IServiceCollection services)
    {
        services.AddHangfireServer(server =>
        {
            server.ServerName = HubJobs.Queue;
            server.Queues = [HubJobs.Queue];
            server.WorkerCount = Workers;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
            server.ShutdownTimeout = TimeSpan.FromSeconds(4);
        });
        return services
            .AddSingleton<HubStore>()
            .AddSingleton<HubTopics>()
            .AddSingleton<Callbacks>()
            .AddTransient<HubJobs>()
            .AddHostedService<HubAnnouncer>();
    }
}
