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
    private const string Ahead = "SELECT Value FROM Counters WHERE Name = 'stories.arrival.ahead'";
    private const string SetAhead =
        "INSERT INTO Counters (Name, Value) VALUES ('stories.arrival.ahead', ?1) ON CONFLICT (Name) DO UPDATE SET Value = excluded.Value";
    private const string RaiseArrivalWithTheClock = """
        UPDATE Counters SET Value = CASE Name WHEN 'stories.arrival' THEN ?1 ELSE 0 END
        WHERE (Name = 'stories.arrival' AND Value < ?1) OR (Name = 'stories.arrival.ahead' AND Value > 0)
        """;

    // To the millisecond before the next second.
    private const string End = """
        UPDATE Counters SET Value = Value - Value % 1000 + 999 WHERE Name = 'stories.arrival' AND Value - Value % 1000 + 1000 <= ?1
        """;

    /// <summary>The newest arrival that any story was given, in Unix milliseconds.</summary>
    public static long Arrived(WriteSession session) => session.Scalar<long>(LastArrival);

    /// <summary>Asks for it.</summary>
    public static Answer<long> AskArrived(WriteSession session) => session.Ask(LastArrival, row => row.GetInt64(0));

    /// <summary>The same, for those who only look.</summary>
    public static DateTimeOffset Arrived(ReadSessions database) =>
        DateTimeOffset.FromUnixTimeMilliseconds(database.Query(LastArrival, row => row.GetInt64(0)).Single());

    /// <summary>A story was given this arrival, in Unix milliseconds.</summary>
    /// <param name="session">The writer's transaction.</param>
    /// <param name="arrival">The newest.</param>
    /// <param name="ahead">How far arrivals are ahead of the machine's clock, in milliseconds; 0: they are not; null: as before.</param>
    public static void Arrive(WriteSession session, long arrival, long? ahead)
    {
        session.Write(ahead == 0 ? RaiseArrivalWithTheClock : RaiseArrival, arrival);
        if (ahead > 0)
            session.Write(SetAhead, ahead);
    }

    /// <summary>How far arrivals were ahead of the clock when it was last seen to have been set back, in milliseconds; 0: they are
    /// not.</summary>
    public static long ArrivedAhead(WriteSession session) => session.Scalar<long>(Ahead);

    /// <summary>
    /// Ends the second of the newest arrival: what is stored from now on arrives in a later one. Not where that would be ahead of the
    /// arrivals' clock by more than <paramref name="most"/>. Returns the first millisecond after the newest arrival's second.
    /// </summary>
    public static long EndSecond(WriteSession session, DateTimeOffset now, TimeSpan most)
    {
        session.Execute(End, new ArrivalClock(session).At(now, Arrived(session)) + (long)most.TotalMilliseconds);
        return ((Arrived(session) / 1000) + 1) * 1000;
    }

    /// <summary>The number of the last change of any story, those of this transaction too.</summary>
    public static long Changed(WriteSession session) => session.Gathered<GatheredChanges>().Last(session);

    /// <summary>Asks for the number of the last change, before it is needed.</summary>
    public static void AskChanges(WriteSession session) => session.Gathered<GatheredChanges>().Ask(session);

    /// <summary>The number of the next change, greater than that of any before.</summary>
    public static long NextChange(WriteSession session) => session.Gathered<GatheredChanges>().Next(session);
}
