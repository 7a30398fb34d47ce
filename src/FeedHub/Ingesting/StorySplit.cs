using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Writing;

namespace FeedHub.Ingesting;

/// <summary>Takes an item out of its story inside the writer's transaction.</summary>
internal sealed class StorySplit(WriteSession session, LiveStories live, string by, DateTimeOffset now)
{
    /// <summary>Gives the item a story of its own.</summary>
    public DecisionResult Run(long storyId, long itemId)
    {
        if (Find(storyId, itemId) is not { } item)
            return new(null, "there is no such item in this story", IsMissing: true);
        if (Against(storyId, itemId) is not { } against)
            return new(null, "it is the story's only item: there is nothing to split it from");
        new Labels(session).Write(itemId, against, isSame: false, by, now);
        var begun = new NewStory(session).Begin(itemId, item.Guid, item.SortAt, item.FirstSeenAt, item.SortAt, item.Language, now);
        Move(item, itemId, storyId, begun);
        return new(begun);
    }

    private void Move(Split item, long itemId, long from, long to)
    {
        session.Execute("UPDATE Items SET StoryId = ?2, Why = NULL, Score = NULL, Signals = '[]' WHERE Id = ?1", itemId, to);
        session.Execute(
            "UPDATE StoryKeys SET StoryId = ?1 WHERE StoryId = ?2 AND Hash = ?3 AND NOT EXISTS (SELECT 1 FROM Items WHERE StoryId = ?2 AND CanonicalUrl = ?4)",
            to, from, item.CanonicalUrl is { } address ? Syndication.Identity.ItemIdentity.Hash(address) : 0, item.CanonicalUrl);
        session.Execute("INSERT INTO StoriesApart (StoryId, FromId) VALUES (?1, ?2)", to, from);
        session.Execute("DELETE FROM Doubts WHERE ItemId = ?1", itemId);
        var joined = session.Query("DELETE FROM JoinedStories WHERE StoryId = ?1 AND LeadItemId = ?2 RETURNING Id", row => row.GetInt64(0), from, itemId);
        var tables = new StoryTables(session);
        tables.Rebuild(from, now);
        tables.Rebuild(to, now);
        tables.CountFor(from);
        tables.CountFor(to);
        live.RefreshRelations(session);
        foreach (var story in (long[])[from, to, .. joined])
            live.Refresh(session, story);
    }

    private Split? Find(long storyId, long itemId) => session.Query(
        "SELECT Guid, CanonicalUrl, SortAt, FirstSeenAt, Language FROM Items WHERE Id = ?1 AND StoryId = ?2",
        row => new Split(
            row.IsDBNull(0) ? null : row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)), row.IsDBNull(4) ? null : row.GetString(4)),
        itemId, storyId).FirstOrDefault();

    // The lead, or who leads once the lead is gone.
    private long? Against(long storyId, long itemId) => session.Query(
        $"SELECT Id FROM Items WHERE StoryId = ?1 AND Id <> ?2 ORDER BY Id = (SELECT LeadItemId FROM Stories WHERE Id = ?1) DESC, {StoryLeads.Order} LIMIT 1",
        row => (long?)row.GetInt64(0), storyId, itemId).FirstOrDefault();

    private sealed record Split(string? Guid, string? CanonicalUrl, DateTimeOffset SortAt, DateTimeOffset FirstSeenAt, string? Language);
}
