using Microsoft.Data.Sqlite;

namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>Carries the words of the search index from one file to another as they are: nothing is read or cut into words again.</summary>
internal static class SearchTables
{
    /// <summary>Copies them.</summary>
    /// <param name="from">Has them.</param>
    /// <param name="to">Has an empty index, which it has not used yet.</param>
    /// <param name="cancellation">Gives up; nothing is in the target then.</param>
    public static void Copy(SqliteConnection from, SqliteConnection to, CancellationToken cancellation)
    {
        using var transaction = to.BeginTransaction();
        foreach (var table in SearchSchema.WordTables)
            Copy(from, to, table, cancellation);
        transaction.Commit();
    }

    private static void Copy(SqliteConnection from, SqliteConnection to, string table, CancellationToken cancellation)
    {
        using var select = from.CreateCommand();
        select.CommandText = $"SELECT * FROM {table}";
        using var row = select.ExecuteReader();
        using var insert = to.CreateCommand();
        var values = Enumerable.Range(0, row.FieldCount).Select(i => insert.Parameters.AddWithValue($"$p{i}", DBNull.Value)).ToList();
        insert.CommandText = $"INSERT OR REPLACE INTO {table} VALUES ({string.Join(", ", values.Select(value => value.ParameterName))})";
        while (row.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < values.Count; i++)
                values[i].Value = row.GetValue(i);
            insert.ExecuteNonQuery();
        }
    }
}
