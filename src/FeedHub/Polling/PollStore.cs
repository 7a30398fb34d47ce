using System.Diagnostics;
using FeedHub.Ingesting;
using FeedHub.Polling.Sending;
using FeedHub.Storage.Writing;

namespace FeedHub.Polling;

/// <summary>
/// Stores a poll and all that it brought in one transaction: after a crash there is all of it or nothing. A node that does not store sends
/// it to the one that does.
/// </summary>
public sealed class PollStore(
    DatabaseWriter writer, LargeDocuments large, PollTransactions transactions, INodes nodes, IStorageHealth storage,
    PollSender? sender = null)
{
    /// <summary>For so long an answer is kept that the database is away for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);

    private bool IsHere => sender is null || nodes.IsOwner;

    /// <summary>Does something with an answer that needs the database. Where several nodes share one, publishers are not asked again
    /// because it was away for a moment.</summary>
    public async ValueTask<T> OnceThereAsync<T>(Func<T> work)
    {
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(BetweenTries))
        {
            try
            {
                return work();
            }
            catch (Exception error) when (
                sender is not null && storage.ReasonOf(error) is not null && Stopwatch.GetElapsedTime(began) < Patience)
            {
                storage.Report(error);
            }
        }
    }

    /// <summary>Stores it; of a large document, the oldest pieces before in transactions of their own.</summary>
    public Task<PollReport> StoreAsync(ReadPoll poll) => ElseFailingAsync(
        poll, IsHere ? ElseSentAsync(poll, StoreHereAsync(poll)) : SendAsync(poll));

    /// <summary>True if it is FeedHub's own, not the storage's nor a stop's.</summary>
    public bool IsFault(Exception error) => error is not OperationCanceledException && storage.ReasonOf(error) is null;

    /// <summary>Stores polls that changed nothing, together in one transaction.</summary>
    /// <returns>What becomes of each, in their order.</returns>
    public async Task<IReadOnlyList<Task<PollReport>>> StoreTogetherAsync(IReadOnlyList<ReadPoll> unchanged) => IsHere
        ? [.. unchanged.Zip(
            await writer.RunTogetherAsync(unchanged.Select(StoringSmall)),
            (poll, storing) => ElseFailingAsync(poll, ElseSentAsync(poll, storing)))]
        : await sender!.SendAsync(unchanged);

    private Func<WriteSession, PollReport> StoringSmall(ReadPoll poll) =>
        session => PollReport.Of(transactions.Store(session, poll.Answer, poll.Read, EarlyPieces.None));

    private async Task<PollReport> StoreHereAsync(ReadPoll poll) => PollReport.Of(await large.StoreAsync(
        poll.Answer.Source, poll.Read, poll.Known, (session, newest, early) => transactions.Store(session, poll.Answer, newest, early)));

    private async Task<PollReport> SendAsync(ReadPoll poll) => await (await sender!.SendAsync([poll]))[0];

    // A node whose session ended meanwhile may not store any more, or only later: what came is kept for the node that does.
    private async Task<PollReport> ElseSentAsync(ReadPoll poll, Task<PollReport> storing)
    {
        try
        {
            return await storing;
        }
        catch (Exception error) when (sender is not null && (!nodes.IsOwner || storage.ReasonOf(error) is not null))
        {
            return await SendAsync(poll);
        }
    }

    // The job shows the fault; the source is due again as after any failure.
    private async Task<PollReport> ElseFailingAsync(ReadPoll poll, Task<PollReport> storing)
    {
        try
        {
            return await storing;
        }
        catch (Exception fault) when (IsFault(fault))
        {
            await StoreFailingAsync(poll with { Read = FeedReadResult.Failing(fault) });
            throw;
        }
    }

    private async Task StoreFailingAsync(ReadPoll poll)
    {
        if (IsHere)
            await writer.RunAsync(StoringSmall(poll), CancellationToken.None);
        else
            await SendAsync(poll);
    }
}
