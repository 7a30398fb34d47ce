using FeedHub.Storage.Files;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FeedHub.Storage.Engines.Sqlite.Backup;

/// <summary>Opens a database that anybody may have made: nothing that stands in it is run, and nothing goes on for ever.</summary>
internal static class GuardedConnection
{
    private const int StepsBetweenLooks = 10_000;
    private const int MostBytesOfValue = 256 * 1024 * 1024;

    /// <summary>An open connection that is not pooled, so that the file can be moved afterwards.</summary>
    /// <param name="path">The database.</param>
    /// <param name="mode">Whether it may be written.</param>
    /// <param name="cancellation">Ends whatever statement is under way.</param>
    public static SqliteConnection Open(string path, SqliteOpenMode mode, CancellationToken cancellation)
    {
        var connection = DatabaseCopy.Open(path, mode);
        var handle = connection.Handle!;
        Set(handle, raw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
        Set(handle, raw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0);
        Set(handle, raw.SQLITE_DBCONFIG_ENABLE_VIEW, 0);
        Set(handle, raw.SQLITE_DBCONFIG_DEFENSIVE, 1);
        raw.sqlite3_limit(handle, raw.SQLITE_LIMIT_LENGTH, MostBytesOfValue);
        raw.sqlite3_progress_handler(handle, StepsBetweenLooks, _ => cancellation.IsCancellationRequested ? 1 : 0, null);
        return connection;
    }

    private static void Set(sqlite3 handle, int option, int value)
    {
        if (raw.sqlite3_db_config(handle, option, value, out _) != raw.SQLITE_OK)
            throw new BackupException("This SQLite cannot read a file without running what stands in it.");
    }
}
