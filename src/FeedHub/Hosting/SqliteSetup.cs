using FeedHub.Storage.Engines.Sqlite;
using FeedHub.Storage.Engines.Sqlite.Backup;
using FeedHub.Storage.Files;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Hosting;

/// <summary>The database as a file in the data directory, with the keys beside it.</summary>
internal static class SqliteSetup
{
    /// <summary>Adds all that is this engine's.</summary>
    public static IServiceCollection AddSqlite(this IServiceCollection services)
    {
        services.AddSingleton<DatabaseFile>();
        services.AddSingleton<IStorageHealth, StorageHealth>();
        services.AddSingleton<IWriterEngine>(provider => provider.GetRequiredService<DatabaseFile>());
        services.AddSingleton<IDataDirectory>(provider => provider.GetRequiredService<DatabaseFile>());
        services.AddSingleton<IStorageStart, SqliteStart>();
        services.AddSingleton<SearchFile>();
        services.AddSingleton<SearchStart>();
        services.AddSingleton<ISearchEngine>(provider => provider.GetRequiredService<SearchFile>());
        services.AddSingleton<IReaderEngine, Moments>();
        services.AddSingleton<IReadingEngine>(provider => provider.GetRequiredService<DatabaseFile>());
        services.AddSingleton<IBackups, Backups>();
        services.AddSingleton<INodes, SingleNode>();
        services.AddOptions<KeyManagementOptions>().Configure<IDataDirectory, ILoggerFactory>((keys, data, loggers) =>
        {
            // FileSystemXmlRepository makes its files for their owner alone, but not their folder.
            var folder = Path.Combine(data.Directory, "keys");
            PrivateFiles.MakeFolder(folder);
            keys.XmlRepository = new FileSystemXmlRepository(new(folder), loggers);
        });
        return services.AddSingleton<IDbContextFactory<FeedHubDb>>(provider => new LateContexts(() => ContextsOf(provider)));
    }

    private static DbContextOptions<FeedHubDb> ContextsOf(IServiceProvider provider) => new DbContextOptionsBuilder<FeedHubDb>()
        .UseSqlite(provider.GetRequiredService<DatabaseFile>().ConnectionString)
        .AddInterceptors(new ConnectionSettings())
        .Watched(provider)
        .Options;
}
