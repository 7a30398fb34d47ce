using FeedHub.Model.Settings;
using FeedHub.Storage.Files;
using FeedHub.Storage.Statements.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>Takes the right to store in the database and brings it up to date.</summary>
internal sealed class PostgresStart(PostgresDatabase database) : IStorageStart
{
    /// <summary>The oldest version of the server whose words are used.</summary>
    private const int OldestServer = 14;

    /// <inheritdoc/>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        try
        {
            PrivateFiles.MakeFolder(database.Directory);
            Require();
            database.Claim();
            await MigrateAsync(cancellation);
            database.Begin();

            // The holders of leases are gone: this process has the database to itself.
            using var connection = PostgresDatabase.Open(database.DirectString);
            SourceLease.ReturnAll(connection);
        }
        catch (Exception error) when (error is NpgsqlException or IOException or UnauthorizedAccessException)
        {
            throw new StartException(PostgresDatabase.Unusable(new(database.ReadingString), error), error);
        }
    }

    private void Require()
    {
        using var connection = PostgresDatabase.Open(database.DirectString);
        if (connection.PostgreSqlVersion.Major < OldestServer)
            throw new StartException(
                $"The server of {database.Name} is PostgreSQL {connection.PostgreSqlVersion}: FeedHub needs {OldestServer} or newer.");
        using var command = new NpgsqlCommand("SHOW server_encoding", connection);
        if (command.ExecuteScalar() is string encoding and not "UTF8")
            throw new StartException($"The database {database.Name} keeps text as {encoding}: make one with ENCODING 'UTF8'.");
    }

    private async Task MigrateAsync(CancellationToken cancellation)
    {
        await using var db = database.ContextToMigrate();

        // Else EF Core asks a table that is not there, and logs that as an error.
        await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellation);
        if ((await db.Database.GetAppliedMigrationsAsync(cancellation)).Except(db.Database.GetMigrations()).ToList() is [.., var newest])
            throw new StartException(
                $"The database {database.Name} is of a newer version of FeedHub (it has {newest}): run that version, or restore a backup "
                + "that was made before. Nothing was changed.");
        await db.Database.MigrateAsync(cancellation);
    }
}
