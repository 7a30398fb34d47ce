using System.Text;
using System.Text.RegularExpressions;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>
/// The statements as PostgreSQL understands them. Few words differ, and each has one rule here; functions that only SQLite has are made in
/// the database (<see cref="PostgresSchema"/>).
/// </summary>
public sealed partial class PostgresDialect : ISqlDialect
{
    /// <summary>The only one.</summary>
    public static readonly PostgresDialect Instance = new();

    // Statements of which more than a word differs.
    private static readonly Dictionary<string, string> Own = new(StringComparer.Ordinal)
    {
        [SourceLease.Claim] = LeaseWords.Claim,
        [SourceLease.Back] = LeaseWords.Back,
        [SourceLease.Void] = LeaseWords.Void,
    };

    private PostgresDialect()
    {
    }

    /// <inheritdoc/>
    public bool TakesLexemes => true;

    /// <inheritdoc/>
    public string Text(string sql)
    {
        if (Own.TryGetValue(sql, out var own))
            return own;
        var text = Place().Replace(sql, "$$$1");
        text = FixedOrder().Replace(text, "JOIN $1 ON");
        text = Quoted().Replace(text, name => name.Value.ToLowerInvariant());
        text = text.Replace("INTEGER PRIMARY KEY", "bigint PRIMARY KEY", StringComparison.Ordinal);
        text = Found().Replace(text, "$1Text @@ CAST(@search AS tsquery)");
        return sql.Contains(Rows, StringComparison.Ordinal)
            ? Number().Replace(text, "$1value::text::bigint").Replace(Rows, "feedhub_rows(", StringComparison.Ordinal)
            : text;
    }

    /// <inheritdoc/>
    public string ParameterName(int place) => "";

    // Neither NUL nor half a character can be stored (docs/notes/postgres.md).
    /// <inheritdoc/>
    public object Value(object value) => value is string text ? Storable(text) : value;

    /// <inheritdoc/>
    public string AddLists(string table, IReadOnlyList<(string Name, string Type)> columns) => PostgresRows.Add(table, columns);

    /// <inheritdoc/>
    public Array ListOf(string type, IReadOnlyList<object> values) => PostgresRows.ListOf(type, values);

    /// <summary>Without NUL, and with U+FFFD for halves of characters; the same text where there is nothing of these.</summary>
    internal static string Storable(string text)
    {
        if (!text.Contains('\0', StringComparison.Ordinal) && !HasHalves(text))
            return text;
        var stored = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != 0)
                stored.Append(rune);
        }

        return stored.ToString();
    }

    private const string Rows = "json_each(";

    private static bool HasHalves(string text)
    {
        for (var at = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0 && at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                at++;
            else if (char.IsSurrogate(text[at]))
                return true;
        }

        return false;
    }

    [GeneratedRegex(@"\?(\d+)")]
    private static partial Regex Place();

    // "CROSS JOIN … ON" tells SQLite in which order to walk the tables; PostgreSQL finds out by itself.
    [GeneratedRegex(@"\bCROSS JOIN (\w+ \w+) ON\b")]
    private static partial Regex FixedOrder();

    // Names are small in PostgreSQL: what stands without quotes is read so.
    [GeneratedRegex("\"[A-Z]\\w*\"")]
    private static partial Regex Quoted();

    // What a list of numbers has: SQLite's values bear their own types.
    [GeneratedRegex(@"\b((?:\w+\.)?)value\b(?! ->>)")]
    private static partial Regex Number();

    [GeneratedRegex(@"(\b\w+\.)?\bSearchWords MATCH @search\b")]
    private static partial Regex Found();
}
