using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>Takes back what an admin did to items a short time ago, inside the writer's transaction.</summary>
internal sealed class StoryUnmerge(WriteSession session)
{
    // Some of them, and others: neither story may be left empty.
    private const string HasBoth = """
        SELECT count(DISTINCT CASE WHEN Id IN (SELECT value FROM json_each(?2)) THEN 1 ELSE 0 END) FROM Items WHERE StoryId = ?1
          AND EXISTS (SELECT 1 FROM JoinedStories WHERE Id = ?3 AND StoryId = ?1)
        """;

    /// <summary>Gives a story that was joined its items again, with its number, its entry's id and its place.</summary>
    /// <param name="former">As it was before.</param>
    /// <param name="kept">The story that has its items now.</param>
    /// <param name="now">When.</param>
    /// <returns>False: nothing was done, since it is not in that story any more.</returns>
    public bool Run(Story former, long kept, DateTimeOffset now)
    {
        var items = StoredJson.Write(former.Items.Select(item => item.Id));
        if (session.Scalar<long>(HasBoth, kept, items, former.Id) < 2 || !Begin(former, now))
            return false;
        session.Execute("DELETE FROM JoinedStories WHERE Id = ?1", former.Id);
        foreach (
            var (table, item) in (ReadOnlySpan<(string, string)>)[("Items", "Id"), ("JoinedStories", "LeadItemId"), ("Doubts", "ItemId")])
            session.Execute(
                $"UPDATE {table} SET StoryId = ?1 WHERE StoryId = ?2 AND {item} IN (SELECT value FROM json_each(?3))",
                former.Id, kept, items);
        foreach (var item in former.Items)
            PutBack(item, former.Id, kept);
        return true;
    }

    /// <summary>Gives an item that is in the story again why it is there, and when it came.</summary>
    public void PutBack(Item item, long story) => session.Execute(
        "UPDATE Items SET Why = ?3, Score = ?4, Signals = ?5, ArrivedAt = ?6 WHERE Id = ?1 AND StoryId = ?2",
        item.Id, story, item.Why, item.Score, StoredJson.Write(item.Signals), item.ArrivedAt);

    /// <summary>One story was split off the other, and is so again.</summary>
    public void Part(StoryApart pair) => session.Execute(
        "INSERT INTO StoriesApart (StoryId, FromId) VALUES (?1, ?2) ON CONFLICT DO NOTHING", pair.StoryId, pair.FromId);

    private void PutBack(Item item, long story, long kept)
    {
        PutBack(item, story);
        if (item.CanonicalUrl is { } address)
            ItemMove.MoveAddress(session, address, kept, story);
    }

    private bool Begin(Story former, DateTimeOffset now) => session.Execute(
        NewStory.Insert, former.Id, former.EntryId, former.LeadItemId, former.SortAt, former.FirstSeenAt, former.UpdatedAt, now,
        former.Language, former.PublishedAt, StorySequences.NextChange(session)) > 0;
}
