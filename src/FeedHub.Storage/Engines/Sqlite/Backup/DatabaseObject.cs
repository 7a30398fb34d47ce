using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace FeedHub.Storage.Engines.Sqlite.Backup;

/// <summary>A table, index, trigger or view as <c>sqlite_schema</c> lists it.</summary>
/// <param name="Type">Which of these.</param>
/// <param name="Name">Its name.</param>
/// <param name="Table">The table that it belongs to.</param>
/// <param name="Sql">The statement that made it, with single spaces; empty for what SQLite makes by itself.</param>
internal sealed partial record DatabaseObject(string Type, string Name, string Table, string Sql)
{
    /// <summary>All of a database, but at most one more than <paramref name="most"/>; statements are cut.</summary>
    public static List<DatabaseObject> Of(SqliteConnection database, int most, int longestSql)
    {
        using var command = database.CreateCommand();
        command.CommandText
            = $"SELECT type, name, tbl_name, substr(coalesce(sql, ''), 1, {longestSql}) FROM sqlite_schema LIMIT {most + 1}";
        using var row = command.ExecuteReader();
        var found = new List<DatabaseObject>();
        while (row.Read())
            found.Add(new(TextOf(row, 0), TextOf(row, 1), TextOf(row, 2), Space().Replace(TextOf(row, 3), " ").Trim()));
        return found;
    }

    private static string TextOf(SqliteDataReader row, int column) => row.IsDBNull(column) ? "" : row.GetString(column);

    // A checkout may have other line ends than the machine that made the backup.
    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
