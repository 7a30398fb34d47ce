using FeedHub.Articles;
using FeedHub.Model.Settings;
using FeedHub.Polling;
using FeedHub.Storage.Statements.Articles;
using Hangfire;
using Microsoft.Extensions.Options;

namespace FeedHub.Hosting;

/// <summary>The pages of articles in the container.</summary>
internal static class ArticlesSetup
{
    /// <summary>Adds them, with workers of their own.</summary>
    public static IServiceCollection AddArticles(this IServiceCollection services) => services
        .AddHangfireServer((provider, server) =>
        {
            (server.ServerName, server.Queues) = ("pages", [PageHostJob.Queue]);
            server.WorkerCount = provider.GetRequiredService<IOptions<FeedHubOptions>>().Value.Articles.Concurrency;
            server.IsLightweightServer = true;
            server.ShutdownTimeout = TimeSpan.FromSeconds(4);
        })
        .AddPurge(PageQueue.Purge)
        .AddPurge(RobotsRows.Purge)
        .AddSingleton<RobotsGate>()
        .AddSingleton<IRobotsInTurn>(provider => provider.GetRequiredService<RobotsGate>())
        .AddSingleton<PageRequests>()
        .AddSingleton<PageReader>()
        .AddSingleton<PageStore>()
        .AddSingleton<PageTurns>()
        .AddSingleton<PageTrial>()
        .AddSingleton<PageJobs>()
        .AddSingleton<PageDispatcher>()
        .AddTransient<PageHostJob>()
        .AddTransient<PageJob>();
}
