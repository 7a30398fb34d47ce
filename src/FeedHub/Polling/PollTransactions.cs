using FeedHub.Ingesting;
using FeedHub.Model.Settings;
using FeedHub.Storage.Writing;
using Microsoft.Extensions.Options;

namespace FeedHub.Polling;

/// <summary>Stores a poll, or the last piece of a large one, inside the writer's transaction.</summary>
public sealed class PollTransactions(Ingesters ingesters, IOptions<FeedHubOptions> options, TimeProvider time, Random random)
{
    internal StoredPoll Store(WriteSession session, PollAnswer answer, FeedReadResult newest, EarlyPieces early)
    {
        var schedule = new PollSchedule(options.Value.Polling, random);
        return new PollTransaction(session, ingesters, answer, schedule, time.GetUtcNow(), options.Value.Subscribing.PollInterval)
            .Store(newest, early);
    }
}
