using System.Text.RegularExpressions;
using FeedHub.Model.Settings;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>
/// Brings a database to the schema of this version. A new one is made by a script (<see cref="SchemaScript"/>), and one that has every
/// migration is left alone: EF Core, which makes the others, costs more than the rest of a start (docs/notes/start.md).
/// </summary>
internal static partial class DatabaseSchema
{
    private const string History = "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId";
    private const string HasHistory = "SELECT count(*) FROM sqlite_schema WHERE name = '__EFMigrationsHistory'";
    private const string HasLock = "SELECT count(*) FROM sqlite_schema WHERE name = '__EFMigrationsLock'";
    private const string Objects = "SELECT count(*) FROM sqlite_schema";

    /// <summary>Brings it up to date.</summary>
    /// <param name="file">Its file, which is there.</param>
    /// <param name="databases">For a database of a former version.</param>
    /// <param name="cancellation">Gives up between two migrations.</param>
    public static async Task UpdateAsync(DatabaseFile file, IDbContextFactory<FeedHubDb> databases, CancellationToken cancellation)
    {
        // A backup has no journal beside it; EF Core first looks with a connection that may not change that.
        using (var connection = file.Open())
        {
            if (IsNew(connection))
                Run(connection, SchemaScript.Text);
            if (IsUpToDate(connection))
                return;
            RefuseNewer(file, connection);

            // Left by a start that was killed during a migration, it would hold up each later one for ever; the directory is this one's.
            if (Read(connection, HasLock) is ["1"])
                Run(connection, "DELETE FROM __EFMigrationsLock");
        }

        await new CopyBeforeUpgrade(file).GuardAsync(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            await db.Database.MigrateAsync(cancellation);
        });
    }

    /// <summary>Does what no migration can to the rows of a database that is up to date, before it is served.</summary>
    public static void Complete(DatabaseFile file)
    {
        using var connection = file.Open();
        new BoundedRows(connection).Bound();
        NamedHosts.Name(connection);

        // Their holders are gone: this process has the directory to itself.
        SourceLease.ReturnAll(connection);
    }

    /// <summary>Refuses a database of another version, in words; changes nothing.</summary>
    /// <exception cref="StartException">It is of another version.</exception>
    public static void RequireCurrent(DatabaseFile file, SqliteConnection connection)
    {
        RefuseNewer(file, connection);
        if (!IsUpToDate(connection))
            throw new StartException($"The database {file.Path} is of a former version: start this FeedHub on it once, and stop it.");
    }

    // What a later version wrote, this one would misread or lose.
    private static void RefuseNewer(DatabaseFile file, SqliteConnection connection)
    {
        if (Read(connection, HasHistory) is ["1"] && Read(connection, History).Except(Known()).ToList() is [.., var newest])
            throw new StartException(
                $"The database {file.Path} is of a newer version of FeedHub (it has {newest}): run that version, or restore a backup "
                + "that was made before. Nothing was changed.");
    }

    private static IEnumerable<string> Known() => Migration.Matches(SchemaScript.Text).Select(match => match.Groups[1].Value);

    private static bool IsNew(SqliteConnection connection) => Read(connection, Objects) is ["0"];

    private static bool IsUpToDate(SqliteConnection connection) => Read(connection, HasHistory) is ["1"]
        && Read(connection, History).SequenceEqual(Known());

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var values = new List<string>();
        while (row.Read())
            values.Add(row.GetString(0));
        return values;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    [GeneratedRegex("INTO \"__EFMigrationsHistory\" VALUES \\('([^']+)'")]
    private static partial Regex Migration { get; }
}
