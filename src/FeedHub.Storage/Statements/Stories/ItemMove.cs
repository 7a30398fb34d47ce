using System.Data.Common;
using FeedHub.Storage.Statements.Items;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Identity;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>An item that moves to another story; <c>LedFrom</c> is the arrival of the story if it led that, else null.</summary>
internal sealed record MovedItem(
    long Id,
    string? Guid,
    string? CanonicalUrl,
    DateTimeOffset SortAt,
    DateTimeOffset FirstSeenAt,
    string? Language,
    DateTimeOffset? LedFrom);

/// <summary>Moves an item out of its story inside the writer's transaction.</summary>
internal sealed class ItemMove(WriteSession session)
{
    private const string FindItem = """
        SELECT Guid, CanonicalUrl, SortAt, FirstSeenAt, Language, (SELECT SortAt FROM Stories WHERE Id = ?2 AND LeadItemId = ?1)
        FROM Items WHERE Id = ?1 AND StoryId = ?2
        """;

    private const string FindOther = $"""
        SELECT Id FROM Items WHERE StoryId = ?1 AND Id <> ?2
        ORDER BY Id = (SELECT LeadItemId FROM Stories WHERE Id = ?1) DESC, {StoryLeads.Order} LIMIT 1
        """;

    private const string MoveItem = """
        UPDATE Items SET StoryId = ?2, Why = NULL, Score = NULL, Signals = '[]', ArrivedAt = (SELECT SortAt FROM Stories WHERE Id = ?2)
        WHERE Id = ?1
        """;

    private const string MoveKey = """
        UPDATE StoryKeys SET StoryId = ?1
        WHERE StoryId = ?2 AND Hash = ?3 AND NOT EXISTS (SELECT 1 FROM Items WHERE StoryId = ?2 AND CanonicalUrl = ?4)
        """;

    /// <summary>The item, or null if it is not in this story.</summary>
    public MovedItem? Find(long storyId, long itemId) => session.Query(FindItem, row => Map(row, itemId), itemId, storyId).FirstOrDefault();

    /// <summary>The story's lead, or the item that leads once this one, the lead, is gone; null if there is no other.</summary>
    public long? Other(long storyId, long itemId) =>
        session.Query(FindOther, row => (long?)row.GetInt64(0), storyId, itemId).FirstOrDefault();

    /// <summary>
    /// Moves it to a story that fits its copies better from now on, with its address where no item left has that too. Returns the
    /// stories that it led before they were joined into the one it leaves: they lead nowhere any more.
    /// </summary>
    public IReadOnlyList<long> Run(MovedItem item, long from, long to)
    {
        session.Execute(MoveItem, item.Id, to);
        session.Execute(MoveKey, to, from, item.CanonicalUrl is { } address ? ItemIdentity.Hash(address) : 0, item.CanonicalUrl);
        session.Execute("INSERT INTO StoriesApart (StoryId, FromId) VALUES (?1, ?2)", to, from);
        session.Execute("DELETE FROM Doubts WHERE ItemId = ?1", item.Id);
        return session.Query(
            "DELETE FROM JoinedStories WHERE StoryId = ?1 AND LeadItemId = ?2 RETURNING Id",
            row => row.GetInt64(0),
            from,
            item.Id);
    }

    /// <summary>Lets an address lead to the other story, unless an item of the first has it still.</summary>
    public static void MoveAddress(WriteSession session, string address, long from, long to) =>
        session.Execute(MoveKey, to, from, ItemIdentity.Hash(address), address);

    private static MovedItem Map(DbDataReader row, long itemId) => new(
        itemId, StoredItems.Text(row, 0), StoredItems.Text(row, 1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)), StoredItems.Text(row, 4),
        row.IsDBNull(5) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)));
}
