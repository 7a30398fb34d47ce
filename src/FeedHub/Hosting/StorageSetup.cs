using System.Data.Common;
using FeedHub.Ingesting;
using FeedHub.Model.Settings;
using FeedHub.Storage.Engines.Sqlite;
using FeedHub.Storage.Engines.Sqlite.Backup;
using FeedHub.Storage.Files;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Hosting;

/// <summary>The storage room in the container.</summary>
public static class StorageSetup
{
    /// <summary>Adds the database, its writer and a factory of contexts.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddSingleton<DatabaseFile>();
        services.AddSingleton<IStorageHealth, StorageHealth>();
        services.AddSingleton<IWriterEngine>(provider => provider.GetRequiredService<DatabaseFile>());
        services.AddSingleton<IDataDirectory>(provider => provider.GetRequiredService<DatabaseFile>());
        services.AddSingleton<SearchFile>();
        services.AddSingleton<SearchStart>();
        services.AddSingleton<ISearchEngine>(provider => provider.GetRequiredService<SearchFile>());
        services.AddSingleton<IReaderEngine, Moments>();
        services.AddSingleton<IReadingEngine>(provider => provider.GetRequiredService<DatabaseFile>());
        services.AddSingleton<ReadSessions>();
        services.AddSingleton<LoneEdits>();
        services.AddSingleton<DatabaseWriter>();
        services.AddSingleton<SearchWriter>();
        services.AddSingleton<StoryRetention>();
        services.AddSingleton<Retention>();
        services.AddSingleton<IBackups, Backups>();
        services.AddHostedService(provider => provider.GetRequiredService<DatabaseWriter>());
        return services.AddSingleton<IDbContextFactory<FeedHubDb>>(provider => new LateContexts(() => ContextsOf(provider)));
    }

    /// <summary>Takes the data directory, checks what is there and brings the database up to date.</summary>
    /// <exception cref="StartException">The directory or the database cannot be used.</exception>
    public static async Task MigrateStorageAsync(this IServiceProvider services, CancellationToken cancellation = default)
    {
        var file = services.GetRequiredService<DatabaseFile>();
        file.Claim();
        file.Check();
        try
        {
            // Made before SQLite does, which would let everybody read it; what SQLite makes beside it has the same mode.
            PrivateFiles.MakeFile(file.Path);

            await DatabaseSchema.UpdateAsync(file, services.GetRequiredService<IDbContextFactory<FeedHubDb>>(), cancellation);
            services.GetRequiredService<SearchStart>().Prepare();
            DatabaseSchema.Complete(file);
        }
        catch (Exception error) when (error is DbException or IOException or UnauthorizedAccessException)
        {
            throw new StartException(
                $"The database {file.Path} cannot be used: {error.Message} Nothing was changed that is not whole.",
                error);
        }
    }

    private static DbContextOptions<FeedHubDb> ContextsOf(IServiceProvider provider) => new DbContextOptionsBuilder<FeedHubDb>()
        .UseSqlite(provider.GetRequiredService<DatabaseFile>().ConnectionString)
        .UseApplicationServiceProvider(provider)
        .AddInterceptors(
            new ConnectionSettings(),
            new SourceVersions(),
            new SourceAudit(provider.GetRequiredService<TimeProvider>()),
            new FailedEdits(provider.GetRequiredService<IStorageHealth>()))
        .Options;
}
