using System.Data.Common;
using FeedHub.Storage.Engines.Sqlite;
using FeedHub.Storage.Engines.Sqlite.Backup;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Statements.Search;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FeedHub.Hosting;

/// <summary>The storage room in the container.</summary>
public static class StorageSetup
{
    /// <summary>Adds the database, its writer and a factory of contexts.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddSingleton<DatabaseFile>();
        services.AddSingleton<StorageHealth>();
        services.AddSingleton<DatabaseWriter>();
        services.AddSingleton<Retention>();
        services.AddSingleton<Backups>();
        services.AddHostedService(provider => provider.GetRequiredService<DatabaseWriter>());
        return services.AddPooledDbContextFactory<FeedHubDb>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<DatabaseFile>().ConnectionString)
            .AddInterceptors(new ConnectionSettings(), new SourceAudit(provider.GetRequiredService<TimeProvider>()), new FailedEdits(provider.GetRequiredService<StorageHealth>())));
    }

    /// <summary>Takes the data directory, checks what is there and brings the database up to date.</summary>
    /// <exception cref="StartException">The directory or the database cannot be used.</exception>
    public static async Task MigrateStorageAsync(this IServiceProvider services, CancellationToken cancellation = default)
    {
        var file = services.GetRequiredService<DatabaseFile>();
        file.Claim();
        file.Check();
        if (file.OpenToOthers is { Count: > 0 } open)
            services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StorageSetup)).LogWarning(
                "Other users of this machine may read {Paths}, which hold secrets, and FeedHub may not change that. Make them the user's that runs FeedHub, with chmod 700 for folders and 600 for files.", string.Join(", ", open));
        try
        {
            // Made before SQLite does, which would let everybody read it; what SQLite makes beside it has the same mode.
            PrivateFiles.MakeFile(file.Path);

            // A backup has no journal beside it; EF Core first looks with a connection that may not change that.
            await file.Open().DisposeAsync();
            await using var db = await services.GetRequiredService<IDbContextFactory<FeedHubDb>>().CreateDbContextAsync(cancellation);
            await db.Database.MigrateAsync(cancellation);
            await SearchIndex.EnsureAsync(db, cancellation);
            await db.Database.OpenConnectionAsync(cancellation);
            new BoundedRows((SqliteConnection)db.Database.GetDbConnection()).Bound();

            // Whoever held a lease is gone: this process has the directory to itself.
            await db.Sources.ExecuteUpdateAsync(set => set.SetProperty(s => s.LeaseUntil, (DateTimeOffset?)null), cancellation);
        }
        catch (SqliteException error)
        {
            throw new StartException($"The database {file.Path} cannot be used: {error.Message} Nothing was changed that is not whole.", error);
        }
    }

    /// <summary>Edits that could not be stored tell of the disk as polls do.</summary>
    private sealed class FailedEdits(StorageHealth health) : SaveChangesInterceptor
    {
        public override void SaveChangesFailed(DbContextErrorEventData eventData) => health.Report(eventData.Exception);

        public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
        {
            health.Report(eventData.Exception);
            return Task.CompletedTask;
        }
    }

    /// <summary>The application's settings for each connection that EF Core opens.</summary>
    private sealed class ConnectionSettings : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
            DatabaseFile.Prepare((SqliteConnection)connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            DatabaseFile.Prepare((SqliteConnection)connection);
            return Task.CompletedTask;
        }
    }
}
