using FeedHub.Storage.Engines.Sqlite.Backup;
using FeedHub.Storage.Files;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>The database as a file in the data directory.</summary>
internal static class SqliteRegistration
{
    /// <summary>Adds all that is this engine's.</summary>
    /// <param name="services">The container.</param>
    /// <param name="watch">Adds what watches over every edit that goes by a context.</param>
    public static IServiceCollection AddSqlite(
        this IServiceCollection services, Action<DbContextOptionsBuilder<FeedHubDb>, IServiceProvider> watch)
    {
        services.AddSingleton<DatabaseFile>();
        services.AddSingleton<IStorageHealth, StorageHealth>();
        services.AddSingleton<IWriterEngine>(provider => provider.GetRequiredService<DatabaseFile>());
        services.AddSingleton<IDataDirectory>(provider => provider.GetRequiredService<DatabaseFile>());
        services.AddSingleton<IIconStore, IconFolder>();
        services.AddSingleton<IStorageStart, SqliteStart>();
        services.AddSingleton<SearchFile>();
        services.AddSingleton<SearchStart>();
        services.AddSingleton<ISearchEngine>(provider => provider.GetRequiredService<SearchFile>());
        services.AddSingleton<IReaderEngine, Moments>();
        services.AddSingleton<IReadingEngine>(provider => provider.GetRequiredService<DatabaseFile>());
        services.AddSingleton<IBackups, Backups>();
        services.AddSingleton<INodes, SingleNode>();
        return services.AddSingleton<IDbContextFactory<FeedHubDb>>(
            provider => new LateContexts(() => ContextsOf(provider, watch)));
    }

    private static DbContextOptions<FeedHubDb> ContextsOf(
        IServiceProvider provider, Action<DbContextOptionsBuilder<FeedHubDb>, IServiceProvider> watch)
    {
        var options = new DbContextOptionsBuilder<FeedHubDb>()
            .UseSqlite(provider.GetRequiredService<DatabaseFile>().ConnectionString)
            .AddInterceptors(new ConnectionSettings());
        watch(options, provider);
        return options.Options;
    }
}
