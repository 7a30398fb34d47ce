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
    private const string RaiseChange = "UPDATE Counters SET Value = Value + 1 WHERE Name = 'stories.change' RETURNING Value";

    /// <summary>The newest arrival that any story was given, in Unix milliseconds.</summary>
    public static long Arrived(WriteSession session) => session.Scalar<long>(LastArrival);

    /// <summary>A story was given this arrival, in Unix milliseconds.</summary>
    public static void Arrive(WriteSession session, long arrival) => session.Execute(RaiseArrival, arrival);

    /// <summary>The number of the next change, greater than that of any before.</summary>
    public static long NextChange(WriteSession session) => session.Scalar<long>(RaiseChange);
}
