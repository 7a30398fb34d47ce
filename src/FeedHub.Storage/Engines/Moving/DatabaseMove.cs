using System.Data.Common;
using System.Globalization;
using FeedHub.Model.Settings;
using FeedHub.Storage.Engines.Postgres;
using FeedHub.Storage.Engines.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace FeedHub.Storage.Engines.Moving;

/// <summary>
/// Copies the SQLite database of a data directory into an empty one of PostgreSQL, in one transaction: all of it or nothing. Numbers stay,
/// so that ids of entries, subscriptions and what people decided do. The index of searches is made again. Nothing is changed in the source.
/// </summary>
/// <param name="source">Whose directory this process has taken.</param>
/// <param name="target">Whose right to store it has.</param>
/// <param name="say">Takes lines of progress.</param>
public sealed class DatabaseMove(DatabaseFile source, PostgresDatabase target, Action<string> say)
{
    /// <summary>So many rows are told of together.</summary>
    private const int Step = 50_000;

    // Beginnings that a migration writes itself.
    private static readonly string[] Seeded = ["counters"];

    private int _cleaned;

    /// <summary>Copies and compares; returns what was moved, in words.</summary>
    /// <exception cref="StartException">It cannot be moved; the target is as it was.</exception>
    public string Run()
    {
        using var from = OpenSource();
        DatabaseSchema.RequireCurrent(source, from);
        using var to = PostgresDatabase.Open(target.DirectString);
        var tables = MovedTable.All(to);
        RequireEmpty(to, tables);
        using var transaction = to.BeginTransaction();
        var items = 0L;
        foreach (var table in tables)
        {
            var rows = Move(from, to, table);
            items = table.Name == "items" ? rows : items;
        }

        Complete(from, to, tables);
        MoveFiles(to);
        transaction.Commit();
        using var analyze = new NpgsqlCommand("ANALYZE", to);
        analyze.ExecuteNonQuery();
        return string.Create(CultureInfo.InvariantCulture, $"Moved {source.Path} ({items} items) into {target.Name}; ")
            + "counts and hashes of every table agree."
            + (_cleaned == 0 ? "" : $" From {_cleaned} texts what PostgreSQL does not store (NUL, half characters) was taken out.");
    }

    private SqliteConnection OpenSource()
    {
        var from = new SqliteConnection(
            new SqliteConnectionStringBuilder(source.ConnectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        from.Open();
        return from;
    }

    private void RequireEmpty(NpgsqlConnection to, IReadOnlyList<MovedTable> tables)
    {
        foreach (var table in tables.Where(table => !Seeded.Contains(table.Name)))
        {
            using var any = new NpgsqlCommand($"SELECT EXISTS (SELECT 1 FROM {table.Name})", to);
            if (any.ExecuteScalar() is true)
                throw new StartException(
                    $"The database {target.Name} is not empty ({table.Name} has rows). Name one without a FeedHub, or make it again.");
        }
    }

    private long Move(SqliteConnection from, NpgsqlConnection to, MovedTable table)
    {
        // Triggers would note each row as news.
        Execute(to, $"ALTER TABLE {table.Name} DISABLE TRIGGER USER");
        Execute(to, $"DELETE FROM {table.Name}");
        var sum = Copy(from, to, table);
        Execute(to, $"ALTER TABLE {table.Name} ENABLE TRIGGER USER");
        var stored = SumOf(to, table);
        if ((stored.Rows, stored.Hash) != (sum.Rows, sum.Hash))
            throw new StartException(
                $"{table.Name}: {sum.Rows} rows were read and {stored.Rows} stored, or they differ. Nothing was moved.");
        if (sum.Rows > 0)
            say(string.Create(CultureInfo.InvariantCulture, $"{table.Name}: {sum.Rows} rows"));
        return sum.Rows;
    }

    private RowSum Copy(SqliteConnection from, NpgsqlConnection to, MovedTable table)
    {
        using var count = new SqliteCommand($"SELECT count(*) FROM {table.Name}", from);
        var (all, sum) = ((long)count.ExecuteScalar()!, new RowSum());
        using var select = new SqliteCommand($"SELECT {table.ColumnList} FROM {table.Name}", from);
        using var row = select.ExecuteReader();
        using var copy = to.BeginBinaryImport($"COPY {table.Name} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)");
        copy.Timeout = TimeSpan.FromHours(6);
        while (row.Read())
        {
            copy.StartRow();
            for (var column = 0; column < table.Columns.Count; column++)
                Write(copy, ValueOf(row, column, table), table.Columns[column].Type, sum);
            sum.EndRow();
            if (sum.Rows % Step == 0)
                say(string.Create(CultureInfo.InvariantCulture, $"{table.Name}: {sum.Rows} of {all} rows"));
        }

        copy.Complete();
        return sum;
    }

    private static void Write(NpgsqlBinaryImporter copy, object? value, NpgsqlDbType type, RowSum sum)
    {
        sum.Add(value);
        if (value is null)
            copy.WriteNull();
        else
            copy.Write(value, type);
    }

    // SQLite keeps in a column any value that was put there.
    private object? ValueOf(DbDataReader row, int column, MovedTable table)
    {
        if (row.IsDBNull(column))
            return null;
        try
        {
            return table.Columns[column].Type switch
            {
                NpgsqlDbType.Bigint => row.GetInt64(column),
                NpgsqlDbType.Integer => row.GetInt32(column),
                NpgsqlDbType.Smallint => row.GetInt16(column),
                NpgsqlDbType.Boolean => row.GetInt64(column) != 0,
                NpgsqlDbType.Double => row.GetDouble(column),
                NpgsqlDbType.Real => row.GetFloat(column),
                NpgsqlDbType.Bytea => row.GetFieldValue<byte[]>(column),
                _ => Cleaned(row.GetString(column)),
            };
        }
        catch (Exception error) when (error is InvalidCastException or FormatException or OverflowException)
        {
            throw new StartException(
                $"{table.Name}.{table.Columns[column].Name} holds '{row.GetValue(column)}', not a {table.Columns[column].Type}.",
                error);
        }
    }

    private string Cleaned(string text)
    {
        var clean = PostgresDialect.Storable(text);
        _cleaned += ReferenceEquals(clean, text) || clean == text ? 0 : 1;
        return clean;
    }

    private static RowSum SumOf(NpgsqlConnection to, MovedTable table)
    {
        var sum = new RowSum();
        using var select = new NpgsqlCommand($"SELECT {table.ColumnList} FROM {table.Name}", to) { CommandTimeout = 0 };
        using var row = select.ExecuteReader();
        while (row.Read())
        {
            for (var column = 0; column < table.Columns.Count; column++)
                sum.Add(row.GetValue(column));
            sum.EndRow();
        }

        return sum;
    }

    private static void Complete(SqliteConnection from, NpgsqlConnection to, IReadOnlyList<MovedTable> tables)
    {
        foreach (var table in tables)
            Execute(to, MoveStatements.NextNumber(table.Name));

        // Numbers of stories that are gone are never given again.
        using var last = new SqliteCommand("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'Stories'), 0)", from);
        Execute(to, MoveStatements.Counters, (long)last.ExecuteScalar()!);
        Execute(to, MoveStatements.IndexAll);
    }

    // Keys of forms and sign-ins, and what was set on the dashboard.
    private void MoveFiles(NpgsqlConnection to)
    {
        var keys = Path.Combine(source.Directory, "keys");
        foreach (var key in Directory.Exists(keys) ? Directory.GetFiles(keys, "*.xml") : [])
            Execute(to, MoveStatements.Key, Path.GetFileNameWithoutExtension(key), File.ReadAllText(key));
        foreach (var (name, value) in new Files.SettingsInFile(Path.Combine(source.Directory, "settings.json")).Read())
            Execute(to, MoveStatements.Setting, name, value);
    }

    private static void Execute(NpgsqlConnection to, string sql, params object?[] values)
    {
        using var command = new NpgsqlCommand(sql, to) { CommandTimeout = 0 };
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        command.ExecuteNonQuery();
    }
}
