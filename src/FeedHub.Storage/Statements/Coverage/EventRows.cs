using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Coverage;

/// <summary>Events inside the writer's transaction.</summary>
internal sealed class EventRows(WriteSession session, DateTimeOffset now)
{
    private const string Insert = "INSERT INTO Events (Stories, Sources, LastAt, ChangedAt) VALUES (0, 0, ?1, ?1) RETURNING Id";

    private static readonly string Rest = $"UPDATE Stories SET EventId = ?2 WHERE EventId = ?1 AND NOT ({ShownStories.Are("Stories")})";

    private static readonly string Counts = $"""
        UPDATE Events SET ChangedAt = ?2,
          Stories = (SELECT count(*) FROM Stories s WHERE s.EventId = Events.Id AND {ShownStories.Are("s")}),
          Sources = (SELECT count(DISTINCT x.SourceId) FROM Stories s JOIN StorySources x ON x.StoryId = s.Id WHERE s.EventId = Events.Id),
          LastAt = coalesce((SELECT max(s.SortAt) FROM Stories s WHERE s.EventId = Events.Id AND {ShownStories.Are("s")}), LastAt)
        WHERE Id IN (SELECT value FROM json_each(?1))
        """;

    private const string Empty = """
        DELETE FROM Events WHERE Id IN (SELECT value FROM json_each(?1)) AND IntoId IS NULL
          AND NOT EXISTS (SELECT 1 FROM Stories s WHERE s.EventId = Events.Id)
        """;

    private const string Astray =
        "DELETE FROM Events WHERE IntoId IN (SELECT value FROM json_each(?1)) AND NOT EXISTS (SELECT 1 FROM Events e WHERE e.Id = Events.IntoId)";

    /// <summary>A new event, without stories; returns its number.</summary>
    public long Begin() => session.Scalar<long>(Insert, now);

    /// <summary>The story is of this event, as surely as this.</summary>
    public void Put(long storyId, long eventId, double? certainty) =>
        session.Execute("UPDATE Stories SET EventId = ?2, EventScore = ?3 WHERE Id = ?1", storyId, eventId, certainty);

    /// <summary>The story is of no event that is known.</summary>
    public void Leave(long storyId) => session.Execute("UPDATE Stories SET EventId = NULL, EventScore = NULL WHERE Id = ?1", storyId);

    /// <summary>Where readers see no story of the one event any more, it leads to the other, and so do those that led to it.</summary>
    public void Lead(long from, long to)
    {
        if (session.Scalar<long>($"SELECT count(*) FROM Stories WHERE EventId = ?1 AND {ShownStories.Are("Stories")}", from) > 0)
            return;
        session.Execute(Rest, from, to);
        session.Execute("UPDATE Events SET IntoId = ?2 WHERE Id = ?1 OR IntoId = ?1", from, to);
    }

    /// <summary>Counts what these events have now; one without stories is gone, and what led to it.</summary>
    public void Renew(IReadOnlyCollection<long> events)
    {
        if (events.Count == 0)
            return;
        var ids = StoredJson.Write(events);
        session.Execute(Counts, ids, now);
        session.Execute(Empty, ids);
        session.Execute(Astray, ids);
    }
}
