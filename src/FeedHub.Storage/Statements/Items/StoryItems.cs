using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Statements.Items;

/// <summary>Loads the items of stories with their sources, in the order of their keys; not those that a drop rule holds back.</summary>
internal static class StoryItems
{
    // Enough for a summary, even with much markup before its words.
    private const int Beginning = 64 * 1024;

    // A list of some dozen names; longer ones are left to the whole item.
    private const int ShortList = 8 * 1024;

    /// <summary>All that is stored of them.</summary>
    public static Task<List<Item>> AllAsync(FeedHubDb db, IReadOnlyCollection<long> stories, CancellationToken cancellation) =>
        db.Items.AsNoTracking().Include(i => i.Source).Where(i => stories.Contains(i.StoryId) && i.Dropped == null)
            .OrderBy(i => i.Id).ToListAsync(cancellation);

    /// <summary>All of some, and of the others the beginnings of their texts and no long lists.</summary>
    /// <param name="db">Where to look.</param>
    /// <param name="stories">Keys of the stories.</param>
    /// <param name="whole">Keys of the items to load as they are.</param>
    /// <param name="cancellation">Gives up.</param>
    public static Task<List<Item>> OfAsync(
        FeedHubDb db,
        IReadOnlyCollection<long> stories,
        IReadOnlyCollection<long> whole,
        CancellationToken cancellation)
    {
        var columns = db.Model.FindEntityType(typeof(Item))!.GetProperties().Select(property => Column(property.Name));
        var sql = $"SELECT {string.Join(", ", columns)} FROM Items WHERE StoryId IN (SELECT value FROM json_each({{0}})) "
            + "AND Dropped IS NULL";
        return db.Items.FromSqlRaw(sql, StoredJson.Write(stories), StoredJson.Write(whole))
            .AsNoTracking().Include(i => i.Source).OrderBy(i => i.Id).ToListAsync(cancellation);
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
        $"CASE WHEN {isShort} OR Id IN (SELECT value FROM json_each({{1}})) THEN {name} ELSE {brief} END AS {name}";
}
