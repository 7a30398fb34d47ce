using FeedHub.Model.Coverage;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Coverage;

/// <summary>What waits to be sorted into events: triggers of the engine note it in the transaction of the change.</summary>
internal static class EventQueue
{
    private const string First = "SELECT Id, StoryId, EventId FROM EventQueue ORDER BY Id LIMIT ?1";

    /// <summary>In a database of a former version the stories of the last four days wait, as the newest of them tells the time.</summary>
    public const string AddNewest = """
        INSERT INTO EventQueue (StoryId) SELECT Id FROM Stories
        WHERE FirstSeenAt >= (SELECT max(FirstSeenAt) FROM Stories) - 345600000 ORDER BY FirstSeenAt, Id;
        """;

    /// <summary>The first that wait, at most <paramref name="count"/>.</summary>
    public static List<WaitingStory> Read(ReadSessions database, int count) => database.Query(
        First,
        row => new WaitingStory { Id = row.GetInt64(0), StoryId = row.GetInt64(1), EventId = row.IsDBNull(2) ? null : row.GetInt64(2) },
        count);

    /// <summary>Every story that waits, sorted. Where all do, a set of them would take three times the memory.</summary>
    public static List<long> Stories(ReadSessions database) =>
        database.Query("SELECT DISTINCT StoryId FROM EventQueue ORDER BY StoryId", row => row.GetInt64(0));

    /// <summary>Those up to this ticket were sorted.</summary>
    public static void Trim(WriteSession session, long lastTicket) =>
        session.Execute("DELETE FROM EventQueue WHERE Id <= ?1", lastTicket);
}
