using FeedHub.Ingesting;
using FeedHub.Model.Settings;
using FeedHub.Model.Stories;
using FeedHub.Storage.Writing;
using Microsoft.Extensions.Options;

namespace FeedHub.Polling;

/// <summary>Stores a poll and all that it brought in one transaction: after a crash there is all of it or nothing.</summary>
public sealed class PollStore(LargeDocuments large, Ingesters ingesters, IOptions<FeedHubOptions> options, TimeProvider time, Random random)
{
    /// <summary>Stores it; of a large document, the oldest pieces before in transactions of their own.</summary>
    /// <param name="answer">What came.</param>
    /// <param name="read">What was read of it, and prepared.</param>
    /// <param name="known">What is known of the items that the source listed last.</param>
    public Task<StoredPoll> StoreAsync(PollAnswer answer, FeedReadResult read, KnownListing known) =>
        large.StoreAsync(answer.Source, read, known, (session, newest, early) => Store(session, answer, newest, early));

    private StoredPoll Store(WriteSession session, PollAnswer answer, FeedReadResult newest, EarlyPieces early)
    {
        var schedule = new PollSchedule(options.Value.Polling, random);
        return new PollTransaction(session, ingesters, answer, schedule, time.GetUtcNow(), options.Value.Subscribing.PollInterval)
            .Store(newest, early);
    }
}
