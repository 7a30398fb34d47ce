using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>
/// How far stories have come: two rows that outlive every story, so that neither goes back when the newest is purged or joined. They rise
/// in the writer's transaction, which is to say in the order of commits.
/// </summary>
internal static class StorySequences
{
    /// <summary>The newest arrival that any story was given, in Unix milliseconds.</summary>
    public const string LastArrival = "SELECT Value FROM Counters WHERE Name = 'stories.arrival'";

    /// <summary>The number of the last change of any story.</summary>
    public const string LastChange = "SELECT Value FROM Counters WHERE Name = 'stories.change'";

    private const string RaiseArrival = "UPDATE Counters SET Value = ?1 WHERE Name = 'stories.arrival' AND Value < ?1";
    // To the millisecond before the next second.
    private const string End = """
        UPDATE Counters SET Value = Value - Value % 1000 + 999 WHERE Name = 'stories.arrival' AND Value - Value % 1000 + 1000 <= ?1
        """;


    /// <summary>The newest arrival that any story was given, in Unix milliseconds.</summary>
    public static long Arrived(WriteSession session) => session.Scalar<long>(LastArrival);

    /// <summary>A story was given this arrival, in Unix milliseconds.</summary>
    public static void Arrive(WriteSession session, long arrival) => session.Execute(RaiseArrival, arrival);

    /// <summary>
    /// Ends the second of the newest arrival: what is stored from now on arrives in a later one. Not where that would be later than
    /// <paramref name="latest"/>. Returns the first millisecond after the newest arrival's second.
    /// </summary>
    public static long EndSecond(WriteSession session, long latest)
    {
        session.Execute(End, latest);
        return ((Arrived(session) / 1000) + 1) * 1000;
    }

    /// <summary>The number of the last change of any story, those of this transaction too.</summary>
    public static long Changed(WriteSession session) => session.Gathered<GatheredChanges>().Last(session);

    /// <summary>The number of the next change, greater than that of any before.</summary>
    public static long NextChange(WriteSession session) => session.Gathered<GatheredChanges>().Next(session);
}
