using System.Globalization;
using FeedHub.Storage.Files;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FeedHub.Storage.Engines.Sqlite.Backup;

/// <summary>
/// Who may get in at the time of a restore: the password set on a page, the keys of programs, those who are signed in. A backup knows
/// nothing of what was changed and revoked since it was made, so that what stands goes before it.
/// </summary>
internal sealed class StandingAccess
{
    private const string Passwords = "StoredPasswords";
    private const string Keys = "ApiKeys";
    private const string Sessions = "AdminSessions";

    private readonly Dictionary<string, List<Dictionary<string, object>>>? _rows;
    private readonly bool _isDamaged;

    private StandingAccess(Dictionary<string, List<Dictionary<string, object>>>? rows, bool isDamaged) =>
        (_rows, _isDamaged) = (rows, isDamaged);

    /// <summary>Whether there is a database that can be read.</summary>
    public bool IsReadable => _rows is not null;

    /// <summary>Reads what stands in a database, which is not changed.</summary>
    /// <exception cref="BackupException">It cannot be read, though it is not damaged.</exception>
    public static StandingAccess Read(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
            return new(null, false);
        try
        {
            using var connection = GuardedConnection.Open(path, SqliteOpenMode.ReadOnly, cancellation);
            return new(((string[])[Passwords, Keys, Sessions]).ToDictionary(table => table, table => Rows(connection, table)), false);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB)
        {
            return new(null, true);
        }
        catch (SqliteException error)
        {
            throw new BackupException($"Who may get in now cannot be read from {path}: {error.Message}", error);
        }
    }

    /// <summary>Puts it in the place of what the backup says, in one transaction; returns in words what holds now.</summary>
    public string PutInto(SqliteConnection backup)
    {
        using var transaction = backup.BeginTransaction();
        foreach (var table in _rows?.Keys.ToArray() ?? (_isDamaged ? [Keys, Sessions] : [Sessions]))
        {
            DatabaseCopy.Ask(backup, $"DELETE FROM {table}");
            foreach (var row in _rows?[table] ?? [])
                Insert(backup, table, row);
        }

        transaction.Commit();
        return Words(Count(backup, Passwords) > 0, Count(backup, Keys), Count(backup, Sessions));
    }

    // Of an older version the table may be missing: it let nobody in.
    private static List<Dictionary<string, object>> Rows(SqliteConnection connection, string table)
    {
        var rows = new List<Dictionary<string, object>>();
        if (DatabaseCopy.Ask(connection, $"SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = '{table}'") is not 1L)
            return rows;
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        using var row = command.ExecuteReader();
        while (row.Read())
            rows.Add(Enumerable.Range(0, row.FieldCount).ToDictionary(row.GetName, row.GetValue));
        return rows;
    }

    // Another version may have another column.
    private static void Insert(SqliteConnection backup, string table, Dictionary<string, object> row)
    {
        using var command = backup.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        var columns = new List<string>();
        using (var column = command.ExecuteReader())
        {
            while (column.Read())
                if (row.ContainsKey(column.GetString(0)))
                    columns.Add(column.GetString(0));
        }

        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES "
            + $"({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        for (var i = 0; i < columns.Count; i++)
            command.Parameters.AddWithValue($"@p{i}", row[columns[i]]);
        command.ExecuteNonQuery();
    }

    private static long Count(SqliteConnection backup, string table) => (long)DatabaseCopy.Ask(backup, $"SELECT count(*) FROM {table}")!;

    private string Words(bool hasPassword, long keys, long sessions)
    {
        var password = hasPassword ? "the password set on a page" : "no password set on a page";
        return string.Create(CultureInfo.InvariantCulture, $"Who may get in: ") + (_rows, _isDamaged) switch
        {
            ({ }, _) => string.Create(CultureInfo.InvariantCulture, $"what stood before the restore holds ({password}, keys of programs: "
                + $"{keys}, sessions: {sessions}); what the backup says of it is not taken."),
            (null, true) => string.Create(
                CultureInfo.InvariantCulture,
                $"the database before cannot be read, and with it what was revoked since the backup. So the backup's keys and sessions "
                    + $"are ended: sign in again, and make new keys under Access. Its password holds ({password}); set another one if it "
                    + $"was changed since."),
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"there was no database before, so the backup's password and keys hold ({password}, keys of programs: {keys}), also "
                    + $"those that were revoked after it was made: look at Access on the dashboard. Its sessions are ended: sign in "
                    + $"again."),
        };
    }
}
