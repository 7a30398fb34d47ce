using System.Data.Common;
using FeedHub.Model.Settings;
using FeedHub.Storage.Files;
using FeedHub.Storage.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

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

            await DatabaseSchema.UpdateAsync(file, databases, cancellation);
            search.Prepare();
            DatabaseSchema.Complete(file);
        }
        catch (Exception error) when (error is DbException or IOException or UnauthorizedAccessException)
        {
            throw new StartException($"{Words(error)} What was there is as it was.", error);
        }
    }

    private string Words(Exception error) => error is SqliteException { SqliteErrorCode: raw.SQLITE_FULL }
        ? $"The disk of {file.Directory} is full: free some space, then start FeedHub again."
        : $"The database {file.Path} cannot be used: {error.Message}";
}
