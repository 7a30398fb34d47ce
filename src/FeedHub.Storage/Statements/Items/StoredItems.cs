using System.Data.Common;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reading;

namespace FeedHub.Storage.Statements.Items;

/// <summary>An item found in the store.</summary>
internal sealed record StoredItem(long Id, long StoryId, long ContentHash, long TextHash, KnownItem Known);

/// <summary>What a search found.</summary>
/// <param name="Item">The item, or null.</param>
/// <param name="Purged">True if it was purged.</param>
/// <param name="ByName">True if its guid or its address led to it, and not its title.</param>
/// <param name="ByPath">True if its address without parameters did: those that it has now name it no longer than until the next
/// look.</param>
internal readonly record struct Found(StoredItem? Item, bool Purged, bool ByName = false, bool ByPath = false);

/// <summary>The items of one source inside the writer's transaction.</summary>
internal sealed class StoredItems(WriteSession session, long sourceId, DateTimeOffset now)
{
    private static readonly RowInsert Row = new(
        "Items", rank: 1, "SourceId", "StoryId", "Guid", "Url", "CanonicalUrl", "Title", "Authors", "PublishedAt", "UpdatedAt",
        "FirstSeenAt", "SortAt", "ChangedAt", "PublisherCategories", "SummaryHtml", "ContentHtml", "Image", "Enclosures", "Language",
        "Tags", "ContentHash", "Why", "Id", "DateGuessed", "BaseUrl", "ImageWidth", "ImageHeight", "OwnSite", "TextLength", "TextHash",
        "Score", "Signals", "Dropped", "Origin", "ArrivedAt");

    private static readonly RowInsert FingerprintRow = new("Fingerprints", rank: 2, "ItemId", "SourceId", "At", "Bytes");

    private const string UpdateItem = """
        UPDATE Items SET Guid = ?2, Url = ?3, CanonicalUrl = ?4, Title = ?5, Authors = ?6, PublishedAt = ?7, UpdatedAt = ?8, ChangedAt = ?9,
            PublisherCategories = ?10, SummaryHtml = ?11, ContentHtml = ?12, Image = ?13, Enclosures = ?14, Language = ?15, Tags = CASE
              WHEN CategoryLabelId IS NULL THEN ?16 ELSE Tags END, ContentHash = ?17, DateGuessed = ?18, BaseUrl = ?19,
            ImageWidth = ?20, ImageHeight = ?21, OwnSite = ?22, TextLength = ?23, TextHash = ?24, Origin = ?25
        WHERE Id = ?1
        """;

    private const string FindByKeys = """
        SELECT k.ItemId, i.StoryId, i.ContentHash, i.Guid, i.CanonicalUrl, i.Title, i.PublishedAt, k.Hash, i.TextHash
        FROM json_each(?2) j CROSS JOIN ItemKeys k ON k.SourceId = ?1 AND k.Hash = j.value LEFT JOIN Items i ON i.Id = k.ItemId
        """;

    private const string InsertKeys = """
        INSERT INTO ItemKeys (SourceId, Hash, ItemId) SELECT ?2, CAST(value ->> 0 AS bigint), CAST(value ->> 1 AS bigint)
        FROM json_each(?1) WHERE true
          ON CONFLICT DO NOTHING
        """;

    private readonly Dictionary<long, StoredItem?> _known = [];
    private readonly Dictionary<ReadyItem, Found> _found = [];
    private readonly Rows<long[]> _keys = new(session, InsertKeys);

    /// <summary>How many items came back under other guids and links, and were recognised by their titles.</summary>
    public int Renamed { get; private set; }

    /// <summary>Looks up every key of the document; where most lead nowhere, looks for its items by their titles too.</summary>
    /// <param name="document">What was read.</param>
    /// <param name="isWhole">False for one item of it, which says nothing of what others are called now.</param>
    public void Load(ReadyDocument document, bool isWhole = true)
    {
        session.Gathered<LastNumbers>().Ask(session);
        var hashes = document.Items.SelectMany(item => item.Identified.Keys).Select(key => key.Hash).ToList();
        foreach (var (hash, item) in session.Query(FindByKeys, row => (row.GetInt64(7), Map(row)), sourceId, StoredJson.Write(hashes)))
            _known[hash] = item;
        foreach (var item in document.Items)
            _found[item] = FindByKey(item.Identified);
        Renamed = isWhole ? new RenamedItems(session, sourceId).Resolve(document, _found) : 0;
    }

    /// <summary>The stored item that it is, if any.</summary>
    public Found Find(ReadyItem item) => _found[item];

    // Strongest key first. Where a page has a new edition a day, the one of this title and date is meant, not the page's last one.
    private Found FindByKey(IdentifiedItem item)
    {
        var found = default(Found);
        foreach (var key in item.Keys)
        {
            if (!_known.TryGetValue(key.Hash, out var known))
                continue;
            if (known is null)
                return found.Item is null ? new(null, Purged: true) : found;
            if (known.Id == found.Item?.Id)
                continue;
            if (found.Item is null
                ? ItemIdentity.IsSame(key.Kind, item, known.Known)
                : ItemIdentity.IsNearer(key.Kind, item, known.Known, found.Item.Known))
                found = new(known, Purged: false, ByName: key.Kind != KeyKind.TitleDate, ByPath: key.Kind == KeyKind.Path);
        }

        return found;
    }

    /// <summary>Id for the next new item: the writer is the only one who adds any.</summary>
    public long NextId() => session.Gathered<LastNumbers>().NextItem(session);

    /// <summary>Stores a new item with its keys and its fingerprint.</summary>
    public void Insert(ReadyItem item, long id, DateTimeOffset sortAt, Placing place)
    {
        var (parsed, reading) = (item.Identified.Item, item.Reading);
        session.Add(
            Row,
            sourceId, place.StoryId, Bounds.Id(parsed.Id), parsed.Page, item.Identified.CanonicalUrl, parsed.Title, StoredJson.Write(
                reading.Authors),
            reading.Published, parsed.Updated, now, sortAt, now, StoredJson.Write(parsed.Categories), parsed.SummaryHtml,
            parsed.ContentHtml,
            parsed.Image?.Url, StoredJson.Write(parsed.Enclosures), reading.Language, StoredJson.Write(reading.Tags), item.ContentHash,
            place.Why, id, parsed.Published is null, BaseOf(parsed),
            parsed.Image?.Width, parsed.Image?.Height, reading.OwnSite, reading.TextLength, reading.TextHash, place.Score, StoredJson.Write(
                place.Signals), reading.Dropped, OriginOf(parsed), place.Arrival);
        if (reading.Fingerprint is { } fingerprint)
            session.Add(FingerprintRow, id, sourceId, sortAt, fingerprint.ToBytes());
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

    /// <summary>Writes down which drop rule keeps the item out of its story; true if that is another than before, or none now.</summary>
    public bool Drop(long itemId, string? rule) =>
        session.Execute("UPDATE Items SET Dropped = ?2 WHERE Id = ?1 AND Dropped IS DISTINCT FROM ?2", itemId, rule) > 0;

    /// <summary>Updates the item in place, and its fingerprint if it still has one.</summary>
    public void Update(ReadyItem item, StoredItem known)
    {
        var (parsed, reading) = (item.Identified.Item, item.Reading);
        var published = parsed.IsDateVague ? known.Known.Published ?? reading.Published : reading.Published;
        session.Write(
            UpdateItem,
            known.Id, Bounds.Id(parsed.Id), parsed.Page, item.Identified.CanonicalUrl, parsed.Title, StoredJson.Write(reading.Authors),
            published, parsed.Updated, now, StoredJson.Write(parsed.Categories), parsed.SummaryHtml, parsed.ContentHtml,
            parsed.Image?.Url, StoredJson.Write(parsed.Enclosures), reading.Language, StoredJson.Write(reading.Tags), item.ContentHash,
            parsed.Published is null, BaseOf(parsed),
            parsed.Image?.Width, parsed.Image?.Height, reading.OwnSite, reading.TextLength, reading.TextHash, OriginOf(parsed));
        if (known.TextHash != reading.TextHash && reading.Fingerprint is { } fingerprint)
            session.Write("UPDATE Fingerprints SET Bytes = ?2 WHERE ItemId = ?1", known.Id, fingerprint.ToBytes());
    }

    private static string? OriginOf(ParsedItem item) => item.Origin is { } origin ? StoredJson.Write(origin) : null;

    private static string? BaseOf(ParsedItem item) => item.BaseUrl?.AbsoluteUri is { } address && address != item.Page ? address : null;

    /// <summary>The item in the columns of a search.</summary>
    internal static StoredItem? Map(DbDataReader row) => row.IsDBNull(0) || row.IsDBNull(1)
        ? null
        : new(
            row.GetInt64(0),
            row.GetInt64(1),
            row.GetInt64(2),
            row.GetInt64(8),
            new(Text(row, 3), Text(row, 4), Text(row, 5), Instant(row, 6)));

    internal static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    internal static DateTimeOffset? Instant(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
