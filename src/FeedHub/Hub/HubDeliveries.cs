using FeedHub.Model.Hub;
using FeedHub.Model.Stories;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Hub;

/// <summary>The hub's pushes to subscribers. What follows from an answer stands in the database.</summary>
internal sealed partial class HubDeliveries(
    HubStore store, HubTopics topics, Callbacks callbacks, HubDocuments documents, StoryChanges changes, HubQueue queue,
    SubscriberPaces paces, ILogger<HubDeliveries> log)
{
    /// <summary>Pushes what of the topic is new or changed since the subscriber was told.</summary>
    public async Task PushAsync(HubCall call, CancellationToken cancellation)
    {
        if (await store.ClaimPushAsync(call.Id, HubCall.Claim, cancellation) is not { } subscriber)
            return;
        var version = changes.Version;
        if ((await topics.ReadAsync(subscriber.Topic, cancellation)).Topic is not { } topic)
        {
            await store.RestAsync(subscriber, CancellationToken.None);
            return;
        }

        var news = await documents.ForAsync(topic, subscriber);
        if (news.Document is null)
            await ToldAsync(subscriber, news, version);
        else
            await PushAsync(call, subscriber, news, version, cancellation);
    }

    private async Task PushAsync(HubCall call, HubSubscriber subscriber, HubDocument news, long version, CancellationToken cancellation)
    {
        var answer = await callbacks.PushAsync(subscriber, news.Document!, call.Limit, cancellation);
        paces.Answered(subscriber.Id, answer.IsSlow);
        if (answer.IsSlow && !call.IsPatient)
            await HandOverAsync(subscriber);
        else if (answer.Error is { } error)
            await FailedAsync(subscriber, answer.Status, error);
        else
            await ToldAsync(subscriber, news, version);
    }

    // It is called again with more time, where only others that take theirs wait for it.
    private async Task HandOverAsync(HubSubscriber subscriber)
    {
        await store.ReturnPushAsync(subscriber, CancellationToken.None);
        queue.Push(subscriber.Id, subscriber.CallbackHost);
    }

    private async Task ToldAsync(HubSubscriber subscriber, HubDocument news, long version)
    {
        await store.ToldAsync(subscriber, news.Until, news.IsAll, wasCalled: news.Document is not null, CancellationToken.None);
        if (!news.IsAll)
            queue.Push(subscriber.Id, subscriber.CallbackHost);

        // What changed meanwhile was not announced to a subscriber whose push was under way.
        if (changes.Version != version)
            queue.Announce();
    }

    private async Task FailedAsync(HubSubscriber subscriber, int? status, Reason error)
    {
        var wait = HubRetries.AfterPush(subscriber.Failures + 1, status);
        await store.FailedAsync(subscriber, error, wait, CancellationToken.None);
        LogFailed(subscriber.Id, subscriber.CallbackHost, error, wait is null ? "the subscription is ended" : $"tried again in {wait:c}");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Push to subscriber {Id} at {Host}: {Error}; {Next}")]
    private partial void LogFailed(long id, string host, Reason error, string next);
}
