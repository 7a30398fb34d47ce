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

    internal static void Add(WriteSession session, string name, long value) => session.Gathered<GatheredCounts>().Add(name, value);
}
