using FeedHub.Ingesting;
using FeedHub.Storage.Statements.Polls;
using FeedHub.Storage.Writing;

namespace FeedHub.Polling.Sending;

/// <summary>Stores polls that other nodes sent: each is taken from its table in the transaction that stores it, with the answer for who
/// sent it.</summary>
internal sealed class SentPollStore(
    DatabaseWriter writer, LargeDocuments large, FeedReader reader, PollTransactions transactions, IStorageHealth storage)
{
    /// <summary>Polls of a transaction: more of them save little, and others wait for the writer too.</summary>
    private const int Together = 16;

    /// <summary>Stores them in their order. What becomes of each; null: it is left for another time.</summary>
    public async Task<IReadOnlyList<Task<PollReport?>>> StoreAsync(IReadOnlyList<UnpackedPoll> polls)
    {
        var stored = new List<Task<PollReport?>>();
        while (stored.Count < polls.Count)
        {
            List<UnpackedPoll> small = [.. polls.Skip(stored.Count).TakeWhile(IsSmall).Take(Together)];
            if (small.Count > 0)
                stored.AddRange(await writer.RunTogetherAsync(small.Select<UnpackedPoll, Func<WriteSession, PollReport?>>(Storing)));
            else
                stored.Add(LargeAsync(polls[stored.Count]));
            await ((Task)stored[^1]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return stored;
    }

    /// <summary>True if the poll itself cannot be stored; else the storage cannot store at the moment, and the poll waits.</summary>
    public bool IsOfPoll(Exception error) => storage.ReasonOf(error) is null;

    /// <summary>One that cannot be stored must not keep the others waiting: its source is due as after any failure.</summary>
    public Task<PollReport> FailAsync(UnpackedPoll poll, Exception fault) => writer.RunAsync(
        session => Done(
            session, poll, () => transactions.Store(session, poll.Poll!.Answer, FeedReadResult.Failing(fault), EarlyPieces.None)),
        CancellationToken.None);

    private bool IsSmall(UnpackedPoll poll) => poll.Poll is not { Read: var read }
        || (read.Document is not { Items.Count: > LargeDocuments.Piece } && reader.IsCurrent(read));

    private Func<WriteSession, PollReport?> Storing(UnpackedPoll poll) => session =>
        poll.Poll is not { } read || reader.IsCurrent(read.Read)
            ? Done(session, poll, () => transactions.Store(session, poll.Poll!.Answer, poll.Poll.Read, EarlyPieces.None))
            : null;

    private async Task<PollReport?> LargeAsync(UnpackedPoll poll) => await large.StoreAsync(
        poll.Poll!.Answer.Source,
        poll.Poll.Read,
        poll.Poll.Known,
        (session, newest, early) => Done(session, poll, () => transactions.Store(session, poll.Poll.Answer, newest, early)));

    // One that is not there any more was stored before, with its answer.
    private static PollReport Done(WriteSession session, UnpackedPoll poll, Func<StoredPoll> storing)
    {
        var current = SentPollRows.AskCurrent(session, poll.Waiting);
        if (!SentPollRows.Dequeue(session, poll.Waiting.Id))
            return new(PollEnd.NotDue);
        var isStored = poll.Poll is not null && current.Rows.Count > 0;
        var report = isStored ? PollReport.Of(storing()) : new(PollEnd.Outdated);
        if (!isStored)
            SentPollRows.Return(session, poll.Waiting);
        SentPollRows.Answer(session, poll.Waiting, PackedBytes.Write(report));
        return report;
    }
}
