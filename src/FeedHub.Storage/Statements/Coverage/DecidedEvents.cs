using FeedHub.Model.Words;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Coverage;

/// <summary>What admins decide over the events of stories, inside the writer's transaction; each says why it could not be done, or
/// null.</summary>
internal sealed class DecidedEvents(WriteSession session, DateTimeOffset now)
{
    private const string Ranges = """
        SELECT count(*), min(PublishedAt), max(PublishedAt), max(coalesce(Language, '')), min(coalesce(Language, ''))
        FROM Stories WHERE EventId = ?1 OR Id = ?2
        """;

    /// <summary>The event that the story is of, or null.</summary>
    public long? EventOf(long storyId) =>
        session.Query("SELECT EventId FROM Stories WHERE Id = ?1 AND EventId IS NOT NULL", row => (long?)row.GetInt64(0), storyId)
            .FirstOrDefault();

    /// <summary>The story is of no event.</summary>
    public Words? Remove(long storyId) => Set(storyId, null, false);

    /// <summary>The story is of its event for good.</summary>
    public Words? Confirm(long storyId) => Set(storyId, EventOf(storyId), true);

    /// <summary>The story is of this event, as long as the event stays within its bounds.</summary>
    public Words? PutIn(long storyId, long eventId, TimeSpan window, int most)
    {
        if (session.Scalar<long>("SELECT count(*) FROM Events WHERE Id = ?1 AND IntoId IS NULL", eventId) == 0)
            return new("there is no such event", "tidak ada peristiwa itu");
        if (session.Scalar<long>("SELECT count(*) FROM Stories WHERE Id = ?1", storyId) == 0)
            return new("there is no such story", "tidak ada berita itu");
        var (stories, span, isOneLanguage) = session.Query(
            Ranges, row => (row.GetInt64(0), row.GetInt64(2) - row.GetInt64(1), Primary(row.GetString(3)) == Primary(row.GetString(4))),
            eventId, storyId)[0];
        return !isOneLanguage ? new("it is in another language than the event", "bahasanya lain dari bahasa peristiwa itu")
            : span > window.TotalMilliseconds ? new(
                $"its stories would lie more than {window.TotalHours:0} hours apart",
                $"beritanya akan terpaut lebih dari {window.TotalHours:0} jam")
            : stories > most ? new($"the event would have more than {most} stories", $"peristiwa itu akan berisi lebih dari {most} berita")
            : Set(storyId, eventId, true);
    }

    // The change is what the keeper of events goes by, and it is noted with the event that was.
    private Words? Set(long storyId, long? eventId, bool byAdmin)
    {
        StoryTimes.Change(session, storyId, now);
        session.Execute(
            "UPDATE Stories SET EventId = ?2, EventScore = NULL, EventByAdmin = ?3 WHERE Id = ?1", storyId, eventId, byAdmin);
        if (eventId is not null)
            session.Execute("INSERT INTO EventQueue (StoryId, EventId) VALUES (?1, ?2)", storyId, eventId);
        return null;
    }

    private static string Primary(string tag) => tag.Split('-')[0].ToLowerInvariant();
}
