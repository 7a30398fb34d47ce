using FeedHub.Storage.Tables;
using FeedHub.Syndication;
using FeedHub.Syndication.Reasons;
using Microsoft.Data.Sqlite;
using Enclosure = FeedHub.Syndication.Reading.Enclosure;
using Tag = FeedHub.Syndication.Tagging.Tag;

namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>
/// Holds what a version without <see cref="Bounds"/> stored to them: once for a database, before it is served, some rows at a time. What
/// is cut here is cut as it would be if it were read today.
/// </summary>
internal sealed class BoundedRows(SqliteConnection connection)
{
    /// <summary>The counter that says that it is done; a later set of bounds gets another.</summary>
    private const string Done = "rows.bounded";

    private const int Batch = 200;

    private static readonly (string Table, (string Column, string Bound, int Least)[] Columns)[] Rows =
    [
        ("Items",
        [
            ("Guid", "bound_id", Bounds.Line), ("Url", "bound_address", Bounds.Address), ("CanonicalUrl", "bound_address", Bounds.Address),
            ("BaseUrl", "bound_address", Bounds.Address), ("Image", "bound_address", Bounds.Address), ("Title", "bound_line", Bounds.Line),
            ("Language", "bound_tag", Bounds.LanguageTag), ("Why", "bound_reason", Bounds.Line), ("Authors", "bound_lines", Bounds.List),
            ("PublisherCategories", "bound_lines", Bounds.List), ("Enclosures", "bound_files", Bounds.List),
            ("Tags", "bound_tags", Bounds.Line),
        ]),
        ("Stories", [("Language", "bound_tag", Bounds.LanguageTag)]),
        ("Sources",
        [
            ("Title", "bound_line", Bounds.Line), ("FeedTitle", "bound_line", Bounds.Line), ("Link", "bound_address", Bounds.Address),
            ("FeedRights", "bound_line", Bounds.Line), ("FeedIcon", "bound_address", Bounds.Address),
            ("FeedLanguage", "bound_tag", Bounds.LanguageTag),
            ("Error", "bound_reason", Bounds.Line), ("ReadingNote", "bound_reason", Bounds.Line),
            ("IdentityNote", "bound_reason", Bounds.Line),
        ]),
        ("Polls", [("Error", "bound_reason", Bounds.Line), ("Note", "bound_reason", Bounds.Line)]),
        ("HealthEvents", [("SourceTitle", "bound_line", Bounds.Line), ("Text", "bound_text", 2 * Bounds.Line)]),
        ("Doubts", [("Why", "bound_reason", Bounds.Line)]),
    ];

    /// <summary>Does it, unless it is done.</summary>
    public void Bound()
    {
        if (Scalar($"SELECT count(*) FROM Counters WHERE Name = '{Done}'") > 0)
            return;
        AddFunctions();
        foreach (var (table, columns) in Rows)
        {
            for (long? from = long.MinValue; from is { } row;)
                from = BoundBatch(table, columns, row);
        }

        Scalar($"INSERT INTO Counters (Name, Value) VALUES ('{Done}', 1)");
    }

    // Returns the last row that it looked at, or null at the end of the table.
    private long? BoundBatch(string table, (string Column, string Bound, int Least)[] columns, long from)
    {
        var isLong = string.Join(" OR ", columns.Select(c => $"octet_length({c.Column}) > {c.Least}"));
        var set = string.Join(
            ", ",
            columns.Select(c => $"{c.Column} = iif(octet_length({c.Column}) > {c.Least}, {c.Bound}({c.Column}), {c.Column})"));
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            WITH long AS MATERIALIZED (SELECT rowid AS Row FROM {table} WHERE rowid > $from AND ({isLong}) ORDER BY rowid LIMIT {Batch})
            UPDATE {table} SET {set} WHERE rowid IN (SELECT Row FROM long) RETURNING rowid
            """;
        command.Parameters.AddWithValue("$from", from);
        using var reader = command.ExecuteReader();
        long? last = null;
        while (reader.Read())
            last = Math.Max(last ?? long.MinValue, reader.GetInt64(0));
        return last;
    }

    private void AddFunctions()
    {
        connection.CreateFunction("bound_id", (string text) => Bounds.Id(text), isDeterministic: true);
        connection.CreateFunction("bound_line", (string text) => Bounds.Cut(text), isDeterministic: true);
        connection.CreateFunction(
            "bound_reason",
            (string text) => Reason.FromStored(text).Within(Bounds.Line).Stored,
            isDeterministic: true);
        connection.CreateFunction(
            "bound_text",
            (string text) => Reason.FromStored(text).Within(2 * Bounds.Line).Stored,
            isDeterministic: true);
        connection.CreateFunction("bound_tag", (string text) => Bounds.WholeOrNull(text, Bounds.LanguageTag), isDeterministic: true);
        connection.CreateFunction("bound_address", (string text) => Bounds.WholeOrNull(text, Bounds.Address), isDeterministic: true);
        connection.CreateFunction(
            "bound_lines",
            (string json) => StoredJson.Write(Bounds.Lines(StoredJson.Read<List<string>>(json))),
            isDeterministic: true);
        connection.CreateFunction(
            "bound_files",
            (string json) => StoredJson.Write(Bounds.Files(StoredJson.Read<List<Enclosure>>(json))),
            isDeterministic: true);
        connection.CreateFunction(
            "bound_tags", (string json) => StoredJson.Write(
                StoredJson.Read<List<Tag>>(json).Select(tag => tag with { Why = tag.Why.Within(Bounds.Line) })), isDeterministic: true);
    }

    private long Scalar(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long value ? value : 0;
    }
}
