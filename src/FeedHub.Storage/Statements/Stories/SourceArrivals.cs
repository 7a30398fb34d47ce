using System.Data.Common;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>When stories came into the feeds of some sources: a copy that joins an old story brings it there only then.</summary>
internal static class SourceArrivals
{
    private const string Find = """
        SELECT x.StoryId, min(x.SortAt) FROM json_each(@stories) j CROSS JOIN StorySources x ON x.StoryId = j.value
        WHERE x.SourceId IN (SELECT value FROM json_each(@sources)) GROUP BY x.StoryId
        """;

    /// <summary>By story, for those of these stories that one of these sources has.</summary>
    public static async Task<IReadOnlyDictionary<long, DateTimeOffset>> OfAsync(
        DbConnection db, IEnumerable<long> stories, IEnumerable<long> sources, CancellationToken cancellation)
    {
        await using var command = db.Command(Find);
        command.AddValue("@stories", StoredJson.Write(stories));
        command.AddValue("@sources", StoredJson.Write(sources));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var arrivals = new Dictionary<long, DateTimeOffset>();
        while (await reader.ReadAsync(cancellation))
            arrivals.Add(reader.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1)));
        return arrivals;
    }
}
