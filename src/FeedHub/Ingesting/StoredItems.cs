using FeedHub.Storage;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reading;
using Microsoft.Data.Sqlite;

namespace FeedHub.Ingesting;

/// <summary>An item found in the store.</summary>
internal sealed record StoredItem(long Id, long StoryId, long ContentHash, KnownItem Known);

/// <summary>What a search by keys found.</summary>
internal readonly record struct Found(StoredItem? Item, bool Purged);

/// <summary>The items of one source inside the writer's transaction.</summary>
internal sealed class StoredItems(WriteSession session, long sourceId, DateTimeOffset now)
{
    private const string InsertItem = """
        INSERT INTO Items (SourceId, StoryId, Guid, Url, CanonicalUrl, Title, Authors, PublishedAt, UpdatedAt, FirstSeenAt, SortAt, ChangedAt,
            PublisherCategories, SummaryHtml, ContentHtml, Image, Enclosures, Language, Tags, ContentHash, Why, Id, DateGuessed, BaseUrl,
            ImageWidth, ImageHeight)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?10, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25)
        """;

    private const string UpdateItem = """
        UPDATE Items SET Guid = ?2, Url = ?3, CanonicalUrl = ?4, Title = ?5, Authors = ?6, PublishedAt = ?7, UpdatedAt = ?8, ChangedAt = ?9,
            PublisherCategories = ?10, SummaryHtml = ?11, ContentHtml = ?12, Image = ?13, Enclosures = ?14, Language = ?15, Tags = CASE WHEN CategoryLabelId IS NULL THEN ?16 ELSE Tags END, ContentHash = ?17, DateGuessed = ?18, BaseUrl = ?19,
            ImageWidth = ?20, ImageHeight = ?21
        WHERE Id = ?1
        """;

    private const string FindByKeys = """
        SELECT k.ItemId, i.StoryId, i.ContentHash, i.Guid, i.CanonicalUrl, i.Title, i.PublishedAt, k.Hash
        FROM json_each(?2) j CROSS JOIN ItemKeys k ON k.SourceId = ?1 AND k.Hash = j.value LEFT JOIN Items i ON i.Id = k.ItemId
        """;

    private const string InsertKeys = """
        INSERT INTO ItemKeys (SourceId, Hash, ItemId) SELECT ?2, value ->> 0, value ->> 1 FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING
        """;

    private readonly Dictionary<long, StoredItem?> _known = [];
    private readonly Rows<long[]> _keys = new(session, InsertKeys);
    private long? _lastId;

    /// <summary>Looks up every key of the document.</summary>
    public void Load(ReadyDocument document)
    {
        var hashes = document.Items.SelectMany(item => item.Identified.Keys).Select(key => key.Hash).ToList();
        foreach (var (hash, item) in session.Query(FindByKeys, row => (row.GetInt64(7), Map(row)), sourceId, StoredJson.Write(hashes)))
            _known[hash] = item;
    }

    /// <summary>The stored item that these keys lead to, strongest key first.</summary>
    public Found Find(IdentifiedItem item)
    {
        foreach (var key in item.Keys)
        {
            if (!_known.TryGetValue(key.Hash, out var known))
                continue;
            if (known is null)
                return new(null, Purged: true);
            if (ItemIdentity.IsSame(key.Kind, item, known.Known))
                return new(known, Purged: false);
        }

        return default;
    }

    /// <summary>Id for the next new item: the writer is the only one who adds any.</summary>
    public long NextId() => (_lastId = (_lastId ?? session.Scalar<long>("SELECT coalesce(max(Id), 0) FROM Items")) + 1).Value;

    /// <summary>Stores a new item with its keys.</summary>
    public void Insert(ReadyItem item, long id, long storyId, DateTimeOffset sortAt, string? why)
    {
        var parsed = item.Identified.Item;
        session.Execute(
            InsertItem,
            sourceId, storyId, parsed.Id, parsed.Page, item.Identified.CanonicalUrl, parsed.Title, StoredJson.Write(item.Authors),
            item.Published, parsed.Updated, now, sortAt, StoredJson.Write(parsed.Categories), parsed.SummaryHtml, parsed.ContentHtml,
            parsed.Image?.Url, StoredJson.Write(parsed.Enclosures), item.Language, StoredJson.Write(item.Tags), item.ContentHash, why, id, parsed.Published is null, BaseOf(parsed),
            parsed.Image?.Width, parsed.Image?.Height);
        AddKeys(item.Identified.Keys, id);
    }

    /// <summary>Lets these keys lead to the item, where they lead nowhere yet; written by <see cref="Flush"/>.</summary>
    public void AddKeys(IReadOnlyList<ItemKey> keys, long itemId)
    {
        foreach (var key in keys.Where(key => !_known.ContainsKey(key.Hash)))
            _keys.Add([key.Hash, itemId]);
    }

    /// <summary>Writes the keys gathered.</summary>
    public void Flush() => _keys.Flush(sourceId);

    /// <summary>Updates the item in place; returns whether its own text (title, summary, content, address) is different now.</summary>
    public bool Update(ReadyItem item, StoredItem known)
    {
        var parsed = item.Identified.Item;
        var sameText = session.Scalar<long>(
            "SELECT count(*) FROM Items WHERE Id = ?1 AND Title IS ?2 AND SummaryHtml IS ?3 AND ContentHtml IS ?4 AND Url IS ?5",
            known.Id, parsed.Title, parsed.SummaryHtml, parsed.ContentHtml, parsed.Page) > 0;
        session.Execute(
            UpdateItem,
            known.Id, parsed.Id, parsed.Page, item.Identified.CanonicalUrl, parsed.Title, StoredJson.Write(item.Authors),
            item.Published, parsed.Updated, now, StoredJson.Write(parsed.Categories), parsed.SummaryHtml, parsed.ContentHtml,
            parsed.Image?.Url, StoredJson.Write(parsed.Enclosures), item.Language, StoredJson.Write(item.Tags), item.ContentHash, parsed.Published is null, BaseOf(parsed),
            parsed.Image?.Width, parsed.Image?.Height);
        return !sameText;
    }

    private static string? BaseOf(ParsedItem item) => item.BaseUrl?.AbsoluteUri is { } address && address != item.Page ? address : null;

    private static StoredItem? Map(SqliteDataReader row) => row.IsDBNull(0) || row.IsDBNull(1)
        ? null
        : new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), new(Text(row, 3), Text(row, 4), Text(row, 5), Instant(row, 6)));

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? Instant(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
