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
    public string? Remove(long storyId) => Set(storyId, null, false);

    /// <summary>The story is of its event for good.</summary>
    public string? Confirm(long storyId) => Set(storyId, EventOf(storyId), true);

    /// <summary>The story is of this event, as long as the event stays within its bounds.</summary>
    public string? PutIn(long storyId, long eventId, TimeSpan window, int most)
    {
        if (session.Scalar<long>("SELECT count(*) FROM Events WHERE Id = ?1 AND IntoId IS NULL", eventId) == 0)
            return "there is no such event";
        if (session.Scalar<long>("SELECT count(*) FROM Stories WHERE Id = ?1", storyId) == 0)
            return "there is no such story";
        var (stories, span, isOneLanguage) = session.Query(
            Ranges, row => (row.GetInt64(0), row.GetInt64(2) - row.GetInt64(1), Primary(row.GetString(3)) == Primary(row.GetString(4))),
            eventId, storyId)[0];
        return !isOneLanguage ? "it is in another language than the event"
            : span > window.TotalMilliseconds ? $"its stories would lie more than {window.TotalHours:0} hours apart"
            : stories > most ? $"the event would have more than {most} stories"
            : Set(storyId, eventId, true);
    }

    // The change is what the keeper of events goes by, and it is noted with the event that was.
    private string? Set(long storyId, long? eventId, bool byAdmin)
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
