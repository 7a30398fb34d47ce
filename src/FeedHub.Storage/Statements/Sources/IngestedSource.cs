using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reading.Again;

namespace FeedHub.Storage.Statements.Sources;

/// <summary>A source whose document is ingested, inside the writer's transaction.</summary>
internal sealed class IngestedSource(WriteSession session, long sourceId)
{
    private const string AddCounts = "UPDATE Sources SET ItemCount = ItemCount + ?2, StoryCount = StoryCount + ?3 WHERE Id = ?1";

    private const string WriteListing =
        "INSERT INTO Listings (SourceId, Items, Last) VALUES (?1, ?2, ?3) "
        + "ON CONFLICT (SourceId) DO UPDATE SET Items = excluded.Items, Last = excluded.Last "
        + "WHERE Listings.Items <> excluded.Items OR Listings.Last IS DISTINCT FROM excluded.Last";

    private Answer<bool>? _isFollowed;

    /// <summary>Its key.</summary>
    public long Id => sourceId;

    /// <summary>True if a poll has succeeded before.</summary>
    public bool IsFollowed
    {
        get
        {
            Ask();
            return _isFollowed!.Rows is [true];
        }
    }

    /// <summary>Asks for that, before it is needed.</summary>
    public void Ask() => _isFollowed ??= session.Ask(
        "SELECT LastSuccessAt IS NOT NULL FROM Sources WHERE Id = ?1", row => row.GetBoolean(0), sourceId);

    /// <summary>It has more items and stories than before.</summary>
    public void Add(int items, int stories) => session.Write(AddCounts, sourceId, items, stories);

    /// <summary>Its document lists these items: id and content hash of each; it is known by its bytes, or not.</summary>
    public void List(IReadOnlyList<long[]> items, LastDocument? last) =>
        session.Write(WriteListing, sourceId, StoredPairs.Write(items), last?.ToBytes());
}
