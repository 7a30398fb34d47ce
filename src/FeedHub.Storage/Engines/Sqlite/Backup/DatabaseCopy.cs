using FeedHub.Storage.Files;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FeedHub.Storage.Engines.Sqlite.Backup;

/// <summary>Copies a database while it is in use: what stood in it at one instant, even while others write.</summary>
internal static class DatabaseCopy
{
    /// <summary>Some 4 MiB: short enough to be stopped between two steps.</summary>
    private const int PagesAtATime = 1024;

    /// <summary>Copies, checks the copy, and puts it at its place only then.</summary>
    /// <param name="from">A database, open elsewhere or not.</param>
    /// <param name="to">Where the copy is put; until it is whole there is only a file with <c>.part</c> at its end.</param>
    /// <param name="accept">A look at the copy before it is read through; it throws to refuse it.</param>
    /// <param name="cancellation">Ends it between two steps, and what is read; nothing is left behind.</param>
    /// <param name="index">The search index that goes into the copy, if any.</param>
    /// <exception cref="BackupException">It could not be made, or the copy is damaged.</exception>
    public static void Make(
        string from, string to, Action<SqliteConnection> accept, CancellationToken cancellation, BackupIndex? index = null)
    {
        var part = to + ".part";
        try
        {
            Remove(part);
            PrivateFiles.MakeFile(part);
            Copy(from, part, index, cancellation);
            Check(part, accept, cancellation);
            using (var written = new FileStream(part, FileMode.Open, FileAccess.ReadWrite))
                written.Flush(flushToDisk: true);
            File.Move(part, to);
        }
        catch (SqliteException error) when (error.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException(error.Message, error, cancellation);
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new BackupException(Words(error, from, to), error);
        }
        finally
        {
            Remove(part);
        }
    }

    /// <summary>An open connection to a file that nobody else uses; it is not pooled, so that the file can be moved afterwards.</summary>
    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>The first column of the first row.</summary>
    public static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>Removes a database and what SQLite left beside it.</summary>
    public static void Remove(string part)
    {
        foreach (var end in (string[])["", "-journal", "-wal", "-shm"])
            File.Delete(part + end);
    }

    private static void Copy(string from, string part, BackupIndex? index, CancellationToken cancellation)
    {
        using var source = GuardedConnection.Open(from, SqliteOpenMode.ReadOnly, cancellation);
        using var target = Open(part, SqliteOpenMode.ReadWriteCreate);
        Ask(target, "PRAGMA synchronous=OFF");

        // One transaction over all steps: otherwise each write of somebody else would make the copy begin again, and a busy hub never end.
        Ask(source, "BEGIN");
        Ask(source, "SELECT count(*) FROM sqlite_schema");
        index?.Begin();
        CopyPages(source, target, cancellation);
        index?.PutInto(target, cancellation);
    }

    private static void CopyPages(SqliteConnection source, SqliteConnection target, CancellationToken cancellation)
    {
        using var backup = raw.sqlite3_backup_init(target.Handle, "main", source.Handle, "main");
        if (backup.IsInvalid)
            throw new SqliteException(raw.sqlite3_errmsg(target.Handle).utf8_to_string(), raw.sqlite3_errcode(target.Handle));
        int result;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            result = raw.sqlite3_backup_step(backup, PagesAtATime);
        }
        while (result == raw.SQLITE_OK);
        if (result != raw.SQLITE_DONE)
            throw new SqliteException(raw.sqlite3_errstr(result).utf8_to_string(), result);
    }

    // A backup is one file, also once somebody has opened it: no -wal beside it.
    private static void Check(string part, Action<SqliteConnection> accept, CancellationToken cancellation)
    {
        using var copy = GuardedConnection.Open(part, SqliteOpenMode.ReadWrite, cancellation);
        Ask(copy, "PRAGMA journal_mode=DELETE");
        accept(copy);
        if (Ask(copy, "PRAGMA quick_check(1)") is string verdict and not "ok")
            throw new BackupException($"The copy is damaged ({verdict.Trim()}): the database itself may be, or the disk.");
    }

    private static string Words(Exception error, string from, string to) => (error as SqliteException)?.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => $"The disk of {Path.GetDirectoryName(to)} is full. Free some space, or name another folder.",
        raw.SQLITE_NOTADB => $"{from} is not an SQLite database.",
        raw.SQLITE_CORRUPT => $"{from} is damaged ({error.Message}).",
        _ => $"{from} could not be copied to {to}: {error.Message}",
    };
}
