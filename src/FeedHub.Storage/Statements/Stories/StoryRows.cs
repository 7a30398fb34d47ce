using FeedHub.Storage.Statements.Items;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>Addresses, sources and categories of stories, gathered while a source's document is ingested and written at once.</summary>
internal sealed class StoryRows(WriteSession session, long sourceId)
{
    private const string FindByKeys = "SELECT k.Hash, k.StoryId FROM json_each(?1) j CROSS JOIN StoryKeys k ON k.Hash = j.value";

    private const string InsertKeys =
        "INSERT INTO StoryKeys (Hash, StoryId) SELECT CAST(value ->> 0 AS bigint), CAST(value ->> 1 AS bigint) FROM json_each(?1) "
        + "WHERE true ON CONFLICT DO NOTHING";

    private static readonly string InsertSources = $"""
        INSERT INTO StorySources (SourceId, SortAt, StoryId)
        SELECT ?2, CAST(j.value ->> 1 AS bigint), s.Id FROM json_each(?1) j CROSS JOIN Stories s ON s.Id = CAST(j.value ->> 0 AS bigint)
        WHERE {ShownStories.Are("s")}
        ON CONFLICT DO NOTHING
        """;

    private static readonly string InsertCategories = $"""
        INSERT INTO StoryCategories (Slug, SortAt, StoryId)
        SELECT j.value ->> 0, s.SortAt, s.Id FROM json_each(?1) j CROSS JOIN Stories s ON s.Id = CAST(j.value ->> 1 AS bigint)
        WHERE {ShownStories.Are("s")} AND NOT EXISTS (SELECT 1 FROM Items i WHERE i.StoryId = s.Id AND i.Dropped IS NULL
          AND i.CategoryLabelId IS NOT NULL)
        ON CONFLICT DO NOTHING
        """;

    private readonly Rows<long[]> _keys = new(session, InsertKeys);
    private readonly Rows<long[]> _sources = new(session, InsertSources);
    private readonly Rows<object[]> _categories = new(session, InsertCategories);

    /// <summary>Asks which stories these hashes of canonical addresses lead to.</summary>
    public Answer<(long Hash, long StoryId)> AskStories(IReadOnlyList<long> hashes) =>
        session.Ask(FindByKeys, row => (row.GetInt64(0), row.GetInt64(1)), StoredJson.Write(hashes));

    /// <summary>The hash of a canonical address leads to the story.</summary>
    public void AddKey(long hash, long storyId) => _keys.Add([hash, storyId]);

    /// <summary>The source has an item in the story, since this arrival unless it had one before.</summary>
    public void AddSource(long storyId, DateTimeOffset arrival) => _sources.Add([storyId, arrival.ToUnixTimeMilliseconds()]);

    /// <summary>The story has these categories too, unless a person has set its own.</summary>
    public void AddCategories(long storyId, IReadOnlyList<Tag> tags)
    {
        foreach (var tag in tags)
            _categories.Add([tag.Slug, storyId]);
    }

    /// <summary>Writes what was gathered; returns how many stories the source had no item in before.</summary>
    public int Flush()
    {
        _keys.Flush();
        _categories.Flush();
        return _sources.FlushCounted(sourceId);
    }
}
