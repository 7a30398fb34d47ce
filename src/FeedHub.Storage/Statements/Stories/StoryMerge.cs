using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>A story and the item that leads it.</summary>
internal readonly record struct LedStory(long StoryId, long LeadId);

/// <summary>Moves all that one story has to another inside the writer's transaction.</summary>
internal sealed class StoryMerge(WriteSession session)
{
    /// <summary>Those of the two that there are, the one that was seen first before the other.</summary>
    public List<LedStory> Find(long one, long other) => session.Query(
        "SELECT Id, LeadItemId FROM Stories WHERE Id IN (?1, ?2) ORDER BY FirstSeenAt, Id", row => new LedStory(
            row.GetInt64(0),
            row.GetInt64(1)), one, other);

    /// <summary>Moves items, addresses and decisions. An item without a reason, the one that began the story, gets this one.</summary>
    public void Move(LedStory gone, long kept, Reason why)
    {
        session.Execute("UPDATE Items SET StoryId = ?2, Why = coalesce(Why, ?3) WHERE StoryId = ?1", gone.StoryId, kept, why);
        session.Execute("UPDATE StoryKeys SET StoryId = ?2 WHERE StoryId = ?1", gone.StoryId, kept);
        MoveDecisions(gone.StoryId, kept, gone.LeadId);
    }

    /// <summary>Deletes the story that has no items any more.</summary>
    public void Delete(long gone)
    {
        session.Execute("DELETE FROM StorySources WHERE StoryId = ?1", gone);
        session.Execute("DELETE FROM StoryCategories WHERE StoryId = ?1", gone);
        session.Execute("DELETE FROM Stories WHERE Id = ?1", gone);
    }

    private void MoveDecisions(long gone, long kept, long lead)
    {
        session.Execute("UPDATE JoinedStories SET StoryId = ?2 WHERE StoryId = ?1", gone, kept);
        session.Execute("INSERT INTO JoinedStories (Id, StoryId, LeadItemId) VALUES (?1, ?2, ?3)", gone, kept, lead);
        foreach (var (end, other) in (ReadOnlySpan<(string, string)>)[("StoryId", "FromId"), ("FromId", "StoryId")])
        {
            session.Execute(
                $"DELETE FROM StoriesApart WHERE {end} = ?2 AND {other} IN (SELECT {other} FROM StoriesApart WHERE {end} = ?1)",
                gone,
                kept);
            session.Execute($"UPDATE StoriesApart SET {end} = ?2 WHERE {end} = ?1", gone, kept);
        }

        session.Execute("DELETE FROM StoriesApart WHERE StoryId = FromId");
        session.Execute("UPDATE Doubts SET StoryId = ?2 WHERE StoryId = ?1", gone, kept);
        session.Execute(
            "DELETE FROM Doubts WHERE StoryId = ?1 AND NOT IsSame AND ItemId IN (SELECT Id FROM Items WHERE StoryId = ?1)",
            kept);
    }
}
