using FeedHub.Ingesting;
using FeedHub.Model.Settings;
using FeedHub.Storage.Writing;
using Microsoft.Extensions.Options;

namespace FeedHub.Polling;

/// <summary>Stores a poll and all that it brought in one transaction: after a crash there is all of it or nothing.</summary>
public sealed class PollStore(
    DatabaseWriter writer, LargeDocuments large, Ingesters ingesters, IOptions<FeedHubOptions> options, TimeProvider time, Random random)
{
    /// <summary>Stores it; of a large document, the oldest pieces before in transactions of their own.</summary>
    public Task<StoredPoll> StoreAsync(ReadPoll poll) => large.StoreAsync(
        poll.Answer.Source, poll.Read, poll.Known, (session, newest, early) => Store(session, poll.Answer, newest, early));

    /// <summary>Stores polls that changed nothing, together in one transaction.</summary>
    /// <returns>What becomes of each, in their order.</returns>
    public Task<IReadOnlyList<Task<StoredPoll>>> StoreTogetherAsync(IEnumerable<ReadPoll> unchanged) => writer.RunTogetherAsync(
        unchanged.Select<ReadPoll, Func<WriteSession, StoredPoll>>(
            poll => session => Store(session, poll.Answer, poll.Read, EarlyPieces.None)));

    private StoredPoll Store(WriteSession session, PollAnswer answer, FeedReadResult newest, EarlyPieces early)
    {
        var schedule = new PollSchedule(options.Value.Polling, random);
        return new PollTransaction(session, ingesters, answer, schedule, time.GetUtcNow(), options.Value.Subscribing.PollInterval)
            .Store(newest, early);
    }
}
