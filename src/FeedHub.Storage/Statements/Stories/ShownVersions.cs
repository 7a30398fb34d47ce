using System.Data.Common;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>The few columns of stories and their items that differ as soon as an entry would show anything else.</summary>
internal static class ShownVersions
{
    private const string Sql = """
        SELECT s.Id, s.ChangedAt, s.UpdatedAt, s.LeadItemId, i.Id, i.ChangedAt, i.ContentHash,
          coalesce(s.EventId, 0), coalesce((SELECT e.ChangedAt FROM Events e
            WHERE e.Id = s.EventId AND e.Stories > 1 AND e.Sources > 1), 0)
        FROM json_each(@ids) j CROSS JOIN Stories s ON s.Id = j.value JOIN Items i ON i.StoryId = s.Id AND i.Dropped IS NULL
        ORDER BY j.key, i.Id
        """;

    /// <summary>A row an item, in the order of the stories and then of the items' keys.</summary>
    public static async Task<List<long[]>> OfAsync(DbConnection db, IEnumerable<long> stories, CancellationToken cancellation)
    {
        await using var command = db.Command(Sql);
        command.AddValue("@ids", StoredJson.Write(stories));
        using var reader = command.ExecuteReader();
        var rows = new List<long[]>();
        while (reader.Read())
        {
            var row = new long[reader.FieldCount];
            for (var column = 0; column < row.Length; column++)
                row[column] = reader.GetInt64(column);
            rows.Add(row);
        }

        return rows;
    }
}
