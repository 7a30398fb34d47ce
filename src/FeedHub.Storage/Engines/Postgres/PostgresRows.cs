using System.Globalization;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>Many rows by one statement: their values come as an array a column.</summary>
internal static class PostgresRows
{
    private const string Words = "tsvector";

    /// <summary>The statement that adds them.</summary>
    public static string Add(string table, IReadOnlyList<(string Name, string Type)> columns) => $"""
        INSERT INTO {table} ({string.Join(", ", columns.Select(column => column.Name))})
        SELECT {string.Join(", ", columns.Select(Given))}
        FROM unnest({string.Join(", ", columns.Select((column, at) => $"CAST(${at + 1} AS {Sent(column.Type)}[])"))})
          AS given ({string.Join(", ", columns.Select(column => column.Name))})
        """;

    /// <summary>The array of a column.</summary>
    public static Array ListOf(string type, IReadOnlyList<object> values) => Sent(type) switch
    {
        "bigint" => ListOf(values, value => Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        "integer" => ListOf(values, value => Convert.ToInt32(value, CultureInfo.InvariantCulture)),
        "double precision" => ListOf(values, value => Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        "boolean" => ListOf(values, value => (bool)value),
        "bytea" => values.Select(value => value as byte[]).ToArray(),
        "text" => values.Select(value => value as string).ToArray(),
        _ => throw new NotSupportedException($"Rows of the type {type} are written one by one."),
    };

    // Words come finished, as a text.
    private static string Given((string Name, string Type) column) =>
        column.Type == Words ? $"CAST({column.Name} AS {Words})" : column.Name;

    private static string Sent(string type) => type == Words || type.StartsWith("character", StringComparison.Ordinal) ? "text" : type;

    private static T?[] ListOf<T>(IReadOnlyList<object> values, Func<object, T> map)
        where T : struct => [.. values.Select(value => value is DBNull ? (T?)null : map(value))];
}
