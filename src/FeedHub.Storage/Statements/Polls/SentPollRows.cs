using FeedHub.Model.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Polls;

/// <summary>Polls that other nodes sent, in the transaction of the node that stores them.</summary>
internal static class SentPollRows
{
    private const string Remove = "DELETE FROM SentPolls WHERE Id = ?1";

    // Edited, deleted or leased again since it was asked: then what came is of another source.
    private const string Own = """
        SELECT 1 FROM Sources WHERE Id = ?1 AND LeaseUntil = ?2 AND LeaseRun = ?3 AND Version = ?4
        """;

    private const string Free = """
        UPDATE Sources SET LeaseUntil = NULL, LeaseRun = NULL WHERE Id = ?1 AND LeaseUntil = ?2 AND LeaseRun = ?3
        """;

    private const string Tell = """
        INSERT INTO SentPollAnswers (Run, Poll, At, Answer) VALUES (?1, ?2, feedhub_now(), ?3) ON CONFLICT (Run, Poll) DO NOTHING
        """;

    private static readonly string Asked = $"""
        SELECT {StoredRow<Source>.Columns} FROM Sources WHERE Id IN (SELECT value FROM json_each(?1))
        """;

    /// <summary>The sources as they stand.</summary>
    public static List<Source> SourcesOf(ReadSessions database, IEnumerable<WaitingPoll> polls) =>
        database.Query(Asked, StoredRow<Source>.Read, StoredJson.Write(polls.Select(waiting => waiting.Poll.Source)));

    /// <summary>Takes a poll away; false if it is not there any more: another transaction stored it.</summary>
    public static bool Dequeue(WriteSession session, long id) => session.Execute(Remove, id) == 1;

    /// <summary>Asks whether its source is as it was when it was asked: one row if so.</summary>
    public static Answer<bool> AskCurrent(WriteSession session, WaitingPoll waiting) => session.Ask(
        Own, _ => true, waiting.Poll.Source, waiting.Poll.Lease, waiting.Run, (long)waiting.Poll.Version);

    /// <summary>Gives its source back, due as before.</summary>
    public static void Return(WriteSession session, WaitingPoll waiting) =>
        session.Write(Free, waiting.Poll.Source, waiting.Poll.Lease, waiting.Run);

    /// <summary>Tells who sent it what became of it.</summary>
    public static void Answer(WriteSession session, WaitingPoll waiting, byte[] answer) =>
        session.Write(Tell, waiting.Run, waiting.Poll.Number, answer);
}
