using System.Data.Common;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Items;

/// <summary>Loads the items of stories with their sources, in the order of their keys; not those that a drop rule holds back.</summary>
internal static class StoryItems
{
    // Enough for a summary, even with much markup before its words.
    private const int Beginning = 64 * 1024;

    // A list of some dozen names; longer ones are left to the whole item.
    private const int ShortList = 8 * 1024;

    private const string OfStories =
        "FROM Items WHERE StoryId IN (SELECT value FROM json_each(?1)) AND Dropped IS NULL ORDER BY Id";

    private static readonly string Whole = $"SELECT {StoredRow<Item>.Columns} {OfStories}";
    private static readonly string Brief = $"SELECT {StoredRow<Item>.ColumnsAs(Column)} {OfStories}";

    private static readonly string Sources =
        $"SELECT {StoredRow<Source>.Columns} FROM Sources WHERE Id IN (SELECT value FROM json_each(?1))";

    /// <summary>All that is stored of them.</summary>
    public static List<Item> All(DbConnection db, IReadOnlyCollection<long> stories) =>
        WithSources(db, db.Query(Whole, StoredRow<Item>.Read, StoredJson.Write(stories)));

    /// <summary>All of some, and of the others the beginnings of their texts and no long lists.</summary>
    /// <param name="db">Where to look.</param>
    /// <param name="stories">Keys of the stories.</param>
    /// <param name="whole">Keys of the items to load as they are.</param>
    public static List<Item> Of(DbConnection db, IReadOnlyCollection<long> stories, IReadOnlyCollection<long> whole) =>
        WithSources(db, db.Query(Brief, StoredRow<Item>.Read, StoredJson.Write(stories), StoredJson.Write(whole)));

    // A source that was deleted a moment ago took its items with it.
    private static List<Item> WithSources(DbConnection db, List<Item> items)
    {
        var keys = StoredJson.Write(items.Select(item => item.SourceId).Distinct());
        var sources = db.Query(Sources, StoredRow<Source>.Read, keys).ToDictionary(source => source.Id);
        items.RemoveAll(item => !sources.ContainsKey(item.SourceId));
        items.ForEach(item => item.Source = sources[item.SourceId]);
        return items;
    }

    private static string Column(string name) => name switch
    {
        nameof(Item.ContentHtml) or nameof(Item.SummaryHtml) =>
            Unless(name, $"octet_length({name}) <= {Beginning}", $"substr({name}, 1, {Beginning})"),
        nameof(Item.Authors) or nameof(Item.PublisherCategories) or nameof(Item.Enclosures) =>
            Unless(name, $"octet_length({name}) <= {ShortList}", "'[]'"),
        _ => name,
    };

    private static string Unless(string name, string isShort, string brief) =>
        $"CASE WHEN {isShort} OR Id IN (SELECT value FROM json_each(?2)) THEN {name} ELSE {brief} END AS {name}";
}
