using FeedHub.Model.Polling;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Polls;

/// <summary>Writes the history of polls, inside the writer's transaction.</summary>
internal static class PollHistory
{
    /// <summary>How long polls are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Adds a poll, unless its source was removed meanwhile.</summary>
    public static void Add(WriteSession session, Poll poll) => session.Write(
        """
        INSERT INTO Polls (SourceId, At, Duration, Status, Outcome, Bytes, NewItems, ChangedItems, Error, MergedItems, Note)
          SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11 WHERE EXISTS (SELECT 1 FROM Sources WHERE Id = ?1)
        """,
        poll.SourceId, poll.At, poll.Duration, poll.Status, poll.Outcome, poll.Bytes, poll.NewItems, poll.ChangedItems, poll.Error,
        poll.MergedItems, poll.Note);

    /// <summary>Whether a source answered since an instant, and every time that nothing was modified.</summary>
    public static bool HasOnlyNotModified(ReadSessions database, long sourceId, DateTimeOffset since) => database.Query(
        "SELECT count(*), count(CASE WHEN Status = 304 THEN 1 END) FROM Polls WHERE SourceId = ?1 AND At > ?2 AND Status IS NOT NULL",
        row => (All: row.GetInt64(0), NotModified: row.GetInt64(1)),
        sourceId, since).Single() is ( > 0, _) and var (all, notModified) && all == notModified;

    /// <summary>Forgets those that are older than they are kept; returns how many.</summary>
    public static int Purge(WriteSession session, DateTimeOffset now) => session.Execute("DELETE FROM Polls WHERE At < ?1", now - Kept);
}
