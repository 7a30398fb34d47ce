using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Writing;

namespace FeedHub.Ingesting;

/// <summary>Makes one story of two inside the writer's transaction.</summary>
internal sealed class StoryJoin(WriteSession session, LiveStories live, string by, DateTimeOffset now)
{
    /// <summary>Words of an item that led a story which was joined into another.</summary>
    public const string Why = "joined by an admin";

    /// <summary>Joins them; the one that was seen first stays.</summary>
    public DecisionResult Run(long one, long other)
    {
        if (one == other)
            return new(null, "a story cannot be joined with itself");
        var found = session.Query(
            "SELECT Id, LeadItemId FROM Stories WHERE Id IN (?1, ?2) ORDER BY FirstSeenAt, Id", row => (Story: row.GetInt64(0), Lead: row.GetInt64(1)), one, other);
        if (found is not [var kept, var gone])
            return new(null, "there is no such story", IsMissing: true);
        new Labels(session).Write(gone.Lead, kept.Lead, isSame: true, by, now);
        MoveItems(gone.Story, kept.Story);
        MoveDecisions(gone.Story, kept.Story, gone.Lead);
        Finish(gone.Story, kept.Story);
        return new(kept.Story);
    }

    private void MoveItems(long gone, long kept)
    {
        session.Execute("UPDATE Items SET StoryId = ?2, Why = coalesce(Why, ?3) WHERE StoryId = ?1", gone, kept, Why);
        session.Execute("UPDATE StoryKeys SET StoryId = ?2 WHERE StoryId = ?1", gone, kept);
    }

    private void MoveDecisions(long gone, long kept, long lead)
    {
        session.Execute("UPDATE JoinedStories SET StoryId = ?2 WHERE StoryId = ?1", gone, kept);
        session.Execute("INSERT INTO JoinedStories (Id, StoryId, LeadItemId) VALUES (?1, ?2, ?3)", gone, kept, lead);
        session.Execute("UPDATE OR REPLACE StoriesApart SET StoryId = ?2 WHERE StoryId = ?1", gone, kept);
        session.Execute("UPDATE OR REPLACE StoriesApart SET FromId = ?2 WHERE FromId = ?1", gone, kept);
        session.Execute("DELETE FROM StoriesApart WHERE StoryId = FromId");
        session.Execute("UPDATE Doubts SET StoryId = ?2 WHERE StoryId = ?1", gone, kept);
        session.Execute("DELETE FROM Doubts WHERE StoryId = ?1 AND NOT IsSame AND ItemId IN (SELECT Id FROM Items WHERE StoryId = ?1)", kept);
    }

    private void Finish(long gone, long kept)
    {
        var tables = new StoryTables(session);
        session.Execute("DELETE FROM StorySources WHERE StoryId = ?1", gone);
        session.Execute("DELETE FROM StoryCategories WHERE StoryId = ?1", gone);
        session.Execute("DELETE FROM Stories WHERE Id = ?1", gone);
        tables.Rebuild(kept, now);
        tables.CountFor(kept);
        live.RefreshRelations(session);
        live.Refresh(session, gone);
        live.Refresh(session, kept);
    }
}
