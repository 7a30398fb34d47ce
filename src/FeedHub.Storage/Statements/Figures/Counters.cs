using FeedHub.Model.Polling;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Figures;

/// <summary>Totals since the database was made; they outlive purged rows and deleted sources.</summary>
public static class Counters
{
    public const string BytesReceived = "bytes.received";

    public const string BytesSaved = "bytes.saved";

    /// <summary>The counter of polls with this outcome.</summary>
    public static string PollsOf(PollOutcome outcome) => outcome switch
    {
        PollOutcome.Changed => "polls.changed",
        PollOutcome.Unchanged => "polls.unchanged",
        _ => "polls.failed",
    };

    /// <summary>Whether there are any; tells that the database answers.</summary>
    internal static bool HasAny(ReadSessions database) =>
        database.Query("SELECT EXISTS (SELECT 1 FROM Counters)", row => row.GetBoolean(0)).Single();

    internal static void Add(WriteSession session, string name, long value) => session.Gathered<GatheredCounts>().Add(name, value);
}
