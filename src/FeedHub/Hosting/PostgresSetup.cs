using FeedHub.Fetching;
using FeedHub.Nodes;
using FeedHub.Polling.Sending;
using FeedHub.Storage.Engines.Postgres;
using FeedHub.Storage.Files;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Hosting;

/// <summary>The database on a PostgreSQL server, with the keys in it.</summary>
internal static class PostgresSetup
{
    /// <summary>Adds all that is this engine's.</summary>
    public static IServiceCollection AddPostgres(this IServiceCollection services)
    {
        services.AddSingleton<PostgresDatabase>();
        services.AddSingleton<IStorageHealth, PostgresHealth>();
        services.AddSingleton<IWriterEngine>(provider => provider.GetRequiredService<PostgresDatabase>());
        services.AddSingleton<IDataDirectory>(provider => provider.GetRequiredService<PostgresDatabase>());
        services.AddSingleton<IIconStore, IconTable>();
        services.AddSingleton<IStorageStart, PostgresStart>();
        services.AddSingleton<ISearchEngine, PostgresSearch>();
        services.AddSingleton<IReaderEngine, PostgresMoments>();
        services.AddSingleton<IReadingEngine>(provider => provider.GetRequiredService<PostgresDatabase>());
        services.AddSingleton<IBackups, ServerBackups>();
        services.AddSingleton<PostgresNodes>();
        services.AddSingleton<INodes>(provider => provider.GetRequiredService<PostgresNodes>());
        services.AddSingleton<INodeWork>(provider => provider.GetRequiredService<PostgresNodes>());
        services.AddSingleton<INodeRequests, PostgresRequests>();
        services.AddSingleton<Telling>();
        services.AddHostedService<NodeDuty>();
        services.AddNodesThatPoll();
        services.AddHostedService<Standby>();
        services.AddOptions<KeyManagementOptions>().Configure<PostgresDatabase>(
            (keys, database) => keys.XmlRepository = new StoredKeys(database));
        return services.AddSingleton<IDbContextFactory<FeedHubDb>>(provider => new PostgresContexts(() => ContextsOf(provider)));
    }

    private static DbContextOptions<PostgresDb> ContextsOf(IServiceProvider provider) =>
        provider.GetRequiredService<PostgresDatabase>().Use(new DbContextOptionsBuilder<PostgresDb>()).Watched(provider).Options;

    // Every node polls; the owner stores what the others send.
    private static void AddNodesThatPoll(this IServiceCollection services)
    {
        services.AddSingleton<IHostLeases, PostgresHostLeases>();
        services.AddSingleton<ISentPolls, PostgresSentPolls>();
        services.AddSingleton<HostClaims>();
        services.AddSingleton<IHostRights>(provider => provider.GetRequiredService<HostClaims>());
        services.AddHostedService(provider => provider.GetRequiredService<HostClaims>());
        services.AddSingleton<PollPacking>();
        services.AddSingleton<PollSender>();
        services.AddSingleton<SentPollNews>();
        services.AddSingleton<SentPollStore>();
        services.AddSingleton<NodePolling>();
        services.AddHostedService<PollDrain>();
    }
}
