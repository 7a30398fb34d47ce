using System.Data.Common;
using FeedHub.Model.Settings;
using FeedHub.Storage.Files;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>Takes the data directory, checks what is there and brings the database up to date.</summary>
internal sealed class SqliteStart(DatabaseFile file, SearchStart search, IDbContextFactory<FeedHubDb> databases) : IStorageStart
{
    /// <inheritdoc/>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        file.Claim();
        file.Check();
        try
        {
            // Made before SQLite does, which would let everybody read it; what SQLite makes beside it has the same mode.
            PrivateFiles.MakeFile(file.Path);

            // A backup has no journal beside it; EF Core first looks with a connection that may not change that.
            await file.Open().DisposeAsync();
            await using var db = await databases.CreateDbContextAsync(cancellation);
            await db.Database.MigrateAsync(cancellation);
            search.Prepare();
            await db.Database.OpenConnectionAsync(cancellation);
            BoundedRows.Bound(db);
            NamedHosts.Name(db);

            // The holders of leases are gone: this process has the directory to itself.
            await db.Sources.ExecuteUpdateAsync(set => set.SetProperty(s => s.Polling.LeaseUntil, (DateTimeOffset?)null), cancellation);
        }
        catch (Exception error) when (error is DbException or IOException or UnauthorizedAccessException)
        {
            throw new StartException(
                $"The database {file.Path} cannot be used: {error.Message} Nothing was changed that is not whole.",
                error);
        }
    }
}
