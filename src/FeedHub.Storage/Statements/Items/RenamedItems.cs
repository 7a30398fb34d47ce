using System.Data.Common;
using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Identity;

namespace FeedHub.Storage.Statements.Items;

/// <summary>Items of a document that came back under other guids and links: found by their titles among what the last document
/// listed.</summary>
internal sealed class RenamedItems(WriteSession session, long sourceId)
{
    // Names that change at each poll would fill the table for ever: a name that a site's move left behind has room in it.
    private const int MostKeys = 8;

    // A document brings some new items at most polls: one of four and more is worth a look at what they may have been.
    private const int Share = 4;

    private const string FindListed = """
        SELECT i.Id, i.StoryId, i.ContentHash, i.Guid, i.CanonicalUrl, i.Title, i.PublishedAt, 0, i.TextHash, i.TextLength, i.DateGuessed
        FROM Listings l CROSS JOIN json_each(l.Items) j CROSS JOIN Items i ON i.Id = CAST(j.value ->> 0 AS bigint)
        WHERE l.SourceId = ?1 AND i.SourceId = ?1
        """;

    private const string IsFull = "SELECT count(*) > ?2 * (SELECT ItemCount FROM Sources WHERE Id = ?1) FROM ItemKeys WHERE SourceId = ?1";

    private const string ForgetKeys
        = "DELETE FROM ItemKeys WHERE SourceId = ?1 AND ItemId IS NOT NULL AND Hash IN (SELECT value FROM json_each(?2))";

    // An address that another source's item has too is still that page's.
    private const string ForgetAddresses = """
        DELETE FROM StoryKeys WHERE Hash IN (SELECT value FROM json_each(?1)) AND (SELECT count(*) FROM Items i
          WHERE i.StoryId = StoryKeys.StoryId) = 1
        """;

    /// <summary>Adds what it finds; returns how many items have other names now, where at least a quarter of the document's names did not
    /// come back, else 0.</summary>
    public int Resolve(ReadyDocument document, Dictionary<ReadyItem, Found> found)
    {
        List<long> known = [.. document.Known.Select(item => item[0])];
        var named = known.Count + found.Values.Count(f => f.ByName || f.Purged);
        var all = known.Count + document.Items.Count;
        if ((all - named) * Share < all)
            return 0;
        var came = document.Items.Where(item => found[item] is { Item: null, Purged: false }).ToList();
        if (came.Count > 0)
            Recognise(came, known, found, isAlone: named == 0);
        var renamed = document.Items.Where(
            item => found[item] is { Item: { } known, ByName: false } && ItemIdentity.IsRenamed(item.Identified, known.Known)).ToList();
        Forget(renamed.ConvertAll(item => found[item].Item!.Known));
        return renamed.Count;
    }

    private void Recognise(List<ReadyItem> came, List<long> known, Dictionary<ReadyItem, Found> found, bool isAlone)
    {
        var present = found.Values.Select(f => f.Item?.Id).Concat(known.Select(id => (long?)id)).ToHashSet();
        var gone = session.Query(FindListed, row => (Item: StoredItems.Map(row)!, Traits: TraitsOf(row)), sourceId)
            .Where(listed => !present.Contains(listed.Item.Id))
            .ToList();
        if (gone.Count == 0)
            return;
        foreach (var (item, place) in came.Zip(
            Recognition.Find(came.ConvertAll(TraitsOf), gone.ConvertAll(listed => listed.Traits), isAlone)))
        {
            if (place is { } at)
                found[item] = new(gone[at].Item, Purged: false);
        }
    }

    private void Forget(List<KnownItem> renamed)
    {
        if (renamed.Count == 0 || session.Scalar<long>(IsFull, sourceId, MostKeys) == 0)
            return;
        session.Execute(ForgetKeys, sourceId, StoredJson.Write(renamed.SelectMany(ItemIdentity.NamesOf).Select(key => key.Hash).ToList()));
        session.Execute(
            ForgetAddresses,
            StoredJson.Write(renamed.Select(known => known.CanonicalUrl).OfType<string>().Select(ItemIdentity.Hash).ToList()));
    }

    private static TitleTraits TraitsOf(ReadyItem item) => TitleTraits.Of(
        item.Identified.Item.Title, item.Identified.Item.Published, item.Reading.TextHash, item.Reading.TextLength);

    private static TitleTraits TraitsOf(DbDataReader row) => TitleTraits.Of(
        StoredItems.Text(row, 5), row.GetBoolean(10) ? null : StoredItems.Instant(row, 6), row.GetInt64(8), row.GetInt32(9));
}
