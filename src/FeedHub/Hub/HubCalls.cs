using System.Security.Cryptography;
using FeedHub.Model.Hub;
using FeedHub.Model.Stories;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Hub;

/// <summary>The hub's calls to subscribers. What follows from an answer stands in the database.</summary>
internal sealed partial class HubCalls(
    HubStore store, HubTopics topics, Callbacks callbacks, HubDocuments documents, StoryChanges changes, HubQueue queue,
    SubscriberPaces paces, TimeProvider time, ILogger<HubCalls> log)
{
    // No longer: a worker that claimed something and ended is followed by another.
    private static readonly TimeSpan Claim = Callbacks.Limit * 3;

    /// <summary>Makes a call, unless it was made already or another makes it.</summary>
    public Task RunAsync(HubCall call, CancellationToken cancellation) =>
        call.IsPush ? PushAsync(call, cancellation) : VerifyAsync(call, cancellation);

    // Asks the subscriber whether it meant what was asked in its name, and does it if so.
    private async Task VerifyAsync(HubCall call, CancellationToken cancellation)
    {
        if (await store.ClaimRequestAsync(call.Id, Claim, cancellation) is not { } request)
            return;
        var challenge = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var answer = await callbacks.AskAsync(request, challenge, call.Limit, cancellation);
        if (answer.Error is null && answer.Body == challenge)
        {
            await store.FulfilAsync(request, CancellationToken.None);
            queue.Forget(request.Id);
            return;
        }

        LogUnconfirmed(request.CallbackHost, answer.Error?.ToString() ?? "its answer was not the challenge");
        await UnconfirmedAsync(request, call, answer);
    }

    // A callback that was silent is asked again at once, with more time, where nobody else waits for it.
    private async Task UnconfirmedAsync(HubRequest request, HubCall call, CallbackAnswer answer)
    {
        if (HubRetries.AfterVerification(request.Failures + 1, answer.Status) is not { } wait)
        {
            await store.ForgetAsync(request, CancellationToken.None);
            queue.Forget(request.Id);
            return;
        }

        var isAtOnce = answer.IsSlow && !call.IsPatient;
        await store.PostponeAsync(request, time.GetUtcNow() + (isAtOnce ? TimeSpan.Zero : wait), CancellationToken.None);
        if (isAtOnce)
            queue.Verify(request.Id, request.CallbackHost, wasSilent: true);
    }

    // Pushes what of the topic is new or changed since the subscriber was told.
    private async Task PushAsync(HubCall call, CancellationToken cancellation)
    {
        if (await store.ClaimPushAsync(call.Id, Claim, cancellation) is not { } subscriber)
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
        await store.FailedAsync(subscriber, error, wait is null ? null : time.GetUtcNow() + wait, CancellationToken.None);
        LogFailed(subscriber.Id, subscriber.CallbackHost, error, wait is null ? "the subscription is ended" : $"tried again in {wait:c}");
    }

    // Anybody can ask for any callback: failures caused by strangers are not logged as warnings.
    [LoggerMessage(Level = LogLevel.Debug, Message = "{Host} did not confirm: {Error}")]
    private partial void LogUnconfirmed(string host, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Push to subscriber {Id} at {Host}: {Error}; {Next}")]
    private partial void LogFailed(long id, string host, Reason error, string next);
}
