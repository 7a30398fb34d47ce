using Npgsql;
using NpgsqlTypes;

namespace FeedHub.Storage.Engines.Moving;

/// <summary>A table of PostgreSQL that is filled from the one of the same name in SQLite.</summary>
/// <param name="Name">In small letters; SQLite's names are compared without case.</param>
/// <param name="Columns">Those that are stored, with their types.</param>
internal sealed record MovedTable(string Name, IReadOnlyList<(string Name, NpgsqlDbType Type)> Columns)
{
    // What one of the engines has by itself, or makes again.
    private static readonly string[] NotMoved =
    [
        "owner", "nodes", "noderequests", "appliedfiles", "sourceicons", "storedkeys", "storedsettings", "searchqueue", "searchrows",
        "searchwords", "hostleases", "sentpolls", "sentpollanswers",
    ];

    private const string Tables = """
        SELECT c.relname, ARRAY(SELECT DISTINCT p.relname::text FROM pg_constraint k JOIN pg_class p ON p.oid = k.confrelid
          WHERE k.conrelid = c.oid AND k.contype = 'f' AND p.oid <> c.oid)
        FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace ORDER BY c.relname
        """;

    // SQLite has one node: no lease says whose it is.
    private const string ColumnsOf = """
        SELECT a.attname, format_type(a.atttypid, NULL) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        WHERE c.relname = $1 AND c.relnamespace = current_schema()::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
          AND a.attgenerated = '' AND a.attname <> 'leaserun'
        ORDER BY a.attnum
        """;

    /// <summary>The names of the columns, for both engines.</summary>
    public string ColumnList => string.Join(", ", Columns.Select(column => $"\"{column.Name}\""));

    /// <summary>All that are moved, each after those that it points at.</summary>
    public static IReadOnlyList<MovedTable> All(NpgsqlConnection target)
    {
        var needs = Read(target, Tables, row => (Name: row.GetString(0), Needs: row.GetFieldValue<string[]>(1)))
            .Where(table => !NotMoved.Contains(table.Name) && !table.Name.StartsWith("__", StringComparison.Ordinal)).ToList();
        var order = new List<string>();
        while (needs.Find(table => table.Needs.All(order.Contains)) is { Name: { } next } table)
        {
            order.Add(next);
            needs.Remove(table);
        }

        return needs.Count == 0
            ? [.. order.Select(name => new MovedTable(name, ColumnsIn(target, name)))]
            : throw new InvalidOperationException($"Tables point at each other: {string.Join(", ", needs.Select(table => table.Name))}.");
    }

    private static List<(string Name, NpgsqlDbType Type)> ColumnsIn(NpgsqlConnection target, string table) =>
        Read(target, ColumnsOf, row => (row.GetString(0), TypeOf(row.GetString(1))), table);

    private static NpgsqlDbType TypeOf(string type) => type switch
    {
        "bigint" => NpgsqlDbType.Bigint,
        "integer" => NpgsqlDbType.Integer,
        "smallint" => NpgsqlDbType.Smallint,
        "boolean" => NpgsqlDbType.Boolean,
        "text" => NpgsqlDbType.Text,
        "bytea" => NpgsqlDbType.Bytea,
        "double precision" => NpgsqlDbType.Double,
        "real" => NpgsqlDbType.Real,
        _ => throw new NotSupportedException($"A column of type {type} cannot be moved."),
    };

    private static List<T> Read<T>(NpgsqlConnection target, string sql, Func<NpgsqlDataReader, T> map, params string[] values)
    {
        using var command = new NpgsqlCommand(sql, target);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        using var row = command.ExecuteReader();
        var rows = new List<T>();
        while (row.Read())
            rows.Add(map(row));
        return rows;
    }
}
