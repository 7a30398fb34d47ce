using System.Data.Common;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>Finds the newest story of each source.</summary>
internal static class SourceHeads
{
    private const string OfAll = """
        SELECT s.SortAt, s.Id FROM
            (SELECT (SELECT x.StoryId FROM StorySources x JOIN Stories n ON n.Id = x.StoryId
              WHERE x.SourceId = o.Id AND x.SortAt >= @from AND n.SortAt >= @from
              ORDER BY x.SortAt DESC, x.StoryId DESC LIMIT 1) AS Id FROM Sources o) h
            JOIN Stories s ON s.Id = h.Id
        """;

    private const string OfThese = """
        SELECT x.StoryId, x.SourceId FROM json_each(@ids) j CROSS JOIN StorySources x ON x.StoryId = j.value
        """;

    /// <summary>Of every source, among all stories not older than <paramref name="from"/> (Unix milliseconds).</summary>
    public static async Task<IReadOnlyCollection<FeedPosition>> OfAllAsync(DbConnection db, long from, CancellationToken cancellation)
    {
        var heads = await ReadAsync(db, OfAll, "@from", from, row => new FeedPosition(row.GetInt64(0), row.GetInt64(1)), cancellation);
        return heads.ToHashSet();
    }

    /// <summary>Of every source among these stories.</summary>
    public static async Task<IReadOnlyCollection<FeedPosition>> AmongAsync(
        DbConnection db,
        IReadOnlyList<FeedPosition> places,
        CancellationToken cancellation)
    {
        var rows = await ReadAsync(
            db, OfThese, "@ids", StoredJson.Write(places.Select(place => place.Id)), row => (Story: row.GetInt64(0), Source: row.GetInt64(
                1)), cancellation);
        var byId = places.ToDictionary(place => place.Id);
        return rows.GroupBy(row => row.Source).Select(source => source.Max(row => byId[row.Story])).ToHashSet();
    }

    private static async Task<List<T>> ReadAsync<T>(
        DbConnection db,
        string sql,
        string name,
        object value,
        Func<DbDataReader, T> map,
        CancellationToken cancellation)
    {
        await using var command = db.Command(sql);
        command.AddValue(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(map(reader));
        return rows;
    }
}
