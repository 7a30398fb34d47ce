using FeedHub.Categories;
using FeedHub.Coverage;
using FeedHub.Ingesting;
using FeedHub.Jobs;
using FeedHub.Model.Settings;
using FeedHub.Model.Stories;
using FeedHub.Polling;
using FeedHub.Polling.Sitemaps;
using FeedHub.Storage.Statements.Hosts;
using FeedHub.Storage.Statements.Polls;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Grouping;
using FeedHub.Syndication.Matching;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Hangfire.InMemory;
using Microsoft.Extensions.Options;

namespace FeedHub.Hosting;

/// <summary>The polling room in the container: Hangfire with its servers, and the jobs.</summary>
internal static class PollingSetup
{
    /// <summary>Succeeded and deleted jobs are kept this long; history in memory is not free (docs/notes/polls.md).</summary>
    private static readonly TimeSpan JobHistory = TimeSpan.FromHours(1);

    /// <summary>Adds Hangfire on its in-memory storage: it executes, the database decides.</summary>
    public static IServiceCollection AddPolling(this IServiceCollection services)
    {
        // In the container rather than in Hangfire's statics: two services in one process (tests) must not share them.
        services.AddSingleton<JobActivator, AspNetCoreJobActivator>();
        services.AddSingleton<JobStorage>(_ => new RestingStorage(new InMemoryStorage(
            new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromDays(1) })
        { JobExpirationTimeout = JobHistory }));
        services.AddSingleton<IJobFilterProvider>(provider => new JobFilterProviderCollection(
            GlobalJobFilters.Filters, new JobFilterAttributeFilterProvider(), new DeletedPolls(provider.GetRequiredService<PollQueue>)));
        services.AddHangfire(hangfire => hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        services.AddHangfireServer((provider, server) =>
        {
            server.ServerName = "polls";
            server.Queues = [PollJob.Queue];
            server.WorkerCount = provider.GetRequiredService<IOptions<FeedHubOptions>>().Value.Polling.Concurrency;
            SetCommon(server);
        });
        AddServer(services, "dispatching", Dispatcher.Queue, workers: 2, isScheduling: true);
        AddServer(services, "housekeeping", "default", workers: 4);
        AddServer(services, "long work", LongWork.Queue, workers: 4);
        return services
            .AddSingleton<HostLanes>()
            .AddSingleton<PollQueue>()
            .AddSingleton<PollWorkers>()
            .AddSingleton<PutOffs>()
            .AddSingleton<BatchTurns>()
            .AddSingleton<HostPolls>()
            .AddSingleton<Lease>()
            .AddSingleton<FeedReader>()
            .AddSingleton<Fingerprinter>()
            .AddSingleton(new MatchOptions())
            .AddSingleton<LiveStories>()
            .AddSingleton<Ingesters>()
            .AddSingleton<StoryDecisions>()
            .AddSingleton<StoryHiding>()
            .AddSingleton<ILeadMemory>(provider => provider.GetRequiredService<LiveStories>())
            .AddSingleton<StoryErasing>()
            .AddSingleton<IWriterMemory>(provider => provider.GetRequiredService<LiveStories>())
            .AddSingleton(new EventOptions())
            .AddSingleton<EventKeeper>()
            .AddHostedService(provider => provider.GetRequiredService<EventKeeper>())
            .AddSingleton<EventDecisions>()
            .AddSingleton<LargeDocuments>()
            .AddSingleton<LargeAnswers>()
            .AddSingleton<ClockSteps>()
            .AddSingleton<PollTurns>()
            .AddSingleton<DoubtedValidators>()
            .AddSingleton<RobotsGuard>()
            .AddSingleton<SitemapMemory>()
            .AddSingleton<SitemapRequests>()
            .AddSingleton<FeedRequests>()
            .AddSingleton<SourceMemory>()
            .AddSingleton<PollTransactions>()
            .AddSingleton<PollStore>()
            .AddSingleton<SourceLines>()
            .AddSingleton<PollNews>()
            .AddSingleton<Poller>()
            .AddSingleton<DueHosts>()
            .AddSingleton<Dispatcher>()
            .AddSingleton<HostMemory>()
            .AddPurge(PollHistory.Purge, "polls")
            .AddPurge(HostLedger.Purge)
            .AddSingleton<HostQueries>()
            .AddSingleton<PollTrigger>()
            .AddSingleton<RecurringJobs>()
            .AddSingleton<JobsKeeper>()
            .AddSingleton<LatePolls>()
            .AddTransient<PollJob>()
            .AddTransient<PollHostJob>();
    }

    private static void AddServer(
        IServiceCollection services,
        string name,
        string queue,
        int workers,
        bool isScheduling = false) => services.AddHangfireServer(server =>
    {
        (server.ServerName, server.Queues, server.WorkerCount) = (name, [queue], workers);
        SetCommon(server, isScheduling);
    });

    // Of the servers, which share one storage, one looks each second for what is recurring or scheduled: four times that is work for
    // nothing.
    private static void SetCommon(BackgroundJobServerOptions server, bool isScheduling = false)
    {
        server.IsLightweightServer = !isScheduling;
        server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
        server.ShutdownTimeout = TimeSpan.FromSeconds(4);
    }
}
