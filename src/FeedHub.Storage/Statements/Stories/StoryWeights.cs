using System.Data.Common;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>How much the texts and lists of a story's items are.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="LeadItemId">The item that leads it.</param>
/// <param name="Bytes">UTF-8 bytes of what was asked for.</param>
internal readonly record struct StoryWeight(long StoryId, long LeadItemId, long Bytes);

/// <summary>Weighs stories without reading their texts.</summary>
internal static class StoryWeights
{
    private const string Sql = """
        SELECT s.Id, s.LeadItemId, CAST(sum(coalesce(octet_length(i.ContentHtml), 0) + coalesce(octet_length(i.SummaryHtml), 0)
            + octet_length(i.Authors) + octet_length(i.PublisherCategories) + octet_length(i.Enclosures)) AS bigint)
        FROM json_each(@ids) j CROSS JOIN Stories s ON s.Id = j.value JOIN Items i ON
        """;

    private const string OfItems = $"{Sql} i.StoryId = s.Id GROUP BY s.Id";
    private const string OfLeads = $"{Sql} i.Id = s.LeadItemId GROUP BY s.Id";

    /// <summary>All items of each story.</summary>
    public static Task<List<StoryWeight>> OfItemsAsync(DbConnection db, IEnumerable<long> stories, CancellationToken cancellation) =>
        ReadAsync(db, OfItems, stories, cancellation);

    /// <summary>The item that leads each story.</summary>
    public static Task<List<StoryWeight>> OfLeadsAsync(DbConnection db, IEnumerable<long> stories, CancellationToken cancellation) =>
        ReadAsync(db, OfLeads, stories, cancellation);

    private static async Task<List<StoryWeight>> ReadAsync(
        DbConnection db,
        string sql,
        IEnumerable<long> stories,
        CancellationToken cancellation)
    {
        await using var command = db.Command(sql);
        command.AddValue("@ids", StoredJson.Write(stories));
        using var reader = command.ExecuteReader();
        var weights = new List<StoryWeight>();
        while (reader.Read())
            weights.Add(new(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)));
        return weights;
    }
}
