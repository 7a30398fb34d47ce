using System.Security.Cryptography;
using FeedHub.Polling;
using Hangfire;

namespace FeedHub.Publishing.Hub;

/// <summary>A subscriber did not answer as it must: the job shows as failed, with these words. What follows stands in the database.</summary>
public sealed class HubFailedException(string message) : Exception(message);

/// <summary>The hub's calls to subscribers as Hangfire jobs. Arguments are ids, since they show on the dashboard.</summary>
[AutomaticRetry(Attempts = 0)]
[FailedForADay]
internal sealed class HubCalls(HubStore store, HubTopics topics, Callbacks callbacks, MergedFeeds feeds, StoryChanges changes, HubQueue queue, SlowHosts slow, TimeProvider time)
{
    // No longer: whoever claimed something and ended is followed by another.
    private static readonly TimeSpan Claim = Callbacks.Limit * 3;

    /// <summary>Asks the subscriber whether it meant what was asked in its name, and does it if so.</summary>
    [Queue(HubQueue.Name)]
    [JobDisplayName("WebSub: verify request {0}")]
    public Task<string> VerifyAsync(long requestId, CancellationToken cancellation) => VerifyAsync(requestId, Callbacks.FastLimit, cancellation);

    /// <summary>As <see cref="VerifyAsync(long, CancellationToken)"/>, for a host that takes its time.</summary>
    [Queue(HubQueue.Slow)]
    [JobDisplayName("WebSub: verify request {0}, slow host")]
    public Task<string> VerifySlowAsync(long requestId, CancellationToken cancellation) => VerifyAsync(requestId, Callbacks.Limit, cancellation);

    /// <summary>Pushes the topic as it is now.</summary>
    [Queue(HubQueue.Name)]
    [JobDisplayName("WebSub: push to subscriber {0}")]
    public Task<string> PushAsync(long subscriberId, CancellationToken cancellation) => PushAsync(subscriberId, Callbacks.FastLimit, cancellation);

    /// <summary>As <see cref="PushAsync(long, CancellationToken)"/>, for a host that takes its time.</summary>
    [Queue(HubQueue.Slow)]
    [JobDisplayName("WebSub: push to subscriber {0}, slow host")]
    public Task<string> PushSlowAsync(long subscriberId, CancellationToken cancellation) => PushAsync(subscriberId, Callbacks.Limit, cancellation);

    private async Task<string> VerifyAsync(long requestId, TimeSpan limit, CancellationToken cancellation)
    {
        queue.BeganVerification(requestId);
        if (await store.ClaimRequestAsync(requestId, Claim, cancellation) is not { } request)
            return "done already, or under way";
        var challenge = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        if (await CallAsync(request.CallbackHost, limit, () => callbacks.AskAsync(request, challenge, limit, cancellation)) is not { } answer)
        {
            await store.ReturnRequestAsync(request, CancellationToken.None);
            queue.Verify(requestId, request.CallbackHost);
            return HandedOver(request.CallbackHost);
        }

        if (answer.Error is null && answer.Body == challenge)
        {
            await store.FulfilAsync(request, CancellationToken.None);
            return $"{request.Mode} {request.Topic} at {request.CallbackHost}: confirmed";
        }

        if (HubRetries.AfterVerification(request.Failures + 1, answer.Status) is { } wait)
            await store.PostponeAsync(request, time.GetUtcNow() + wait, cancellation);
        else
            await store.ForgetAsync(request, cancellation);
        throw new HubFailedException($"{request.CallbackHost} did not confirm: {answer.Error ?? "its answer was not the challenge"}");
    }

    private async Task<string> PushAsync(long subscriberId, TimeSpan limit, CancellationToken cancellation)
    {
        queue.BeganPush(subscriberId);
        if (await store.ClaimPushAsync(subscriberId, Claim, cancellation) is not { } subscriber)
            return "done already, or under way";
        var version = changes.Version;
        if ((await topics.ReadAsync(subscriber.Topic, cancellation)).Topic is not { } topic)
        {
            await store.ToldAsync(subscriber, subscriber.ToldUntil, CancellationToken.None);
            return "its topic is no more";
        }

        var document = await feeds.GetAsync(topic.Filter, topic.Output, subscriber.BaseUrl);
        if (await CallAsync(subscriber.CallbackHost, limit, () => callbacks.PushAsync(subscriber, document, limit, cancellation)) is not { } answer)
        {
            await store.ReturnPushAsync(subscriber, CancellationToken.None);
            queue.Push(subscriberId, subscriber.CallbackHost);
            return HandedOver(subscriber.CallbackHost);
        }

        if (answer.Error is { } error)
            throw await FailedAsync(subscriber, answer.Status, error);
        await store.ToldAsync(subscriber, document.News ?? subscriber.ToldUntil, CancellationToken.None);

        // What changed meanwhile was not announced to a subscriber whose push was under way.
        if (changes.Version != version)
            queue.Announce();
        return $"{subscriber.Topic} to {subscriber.CallbackHost}: {answer.Status}";
    }

    // Null: it is a host for the slow workers, and these are not they.
    private async Task<CallbackAnswer?> CallAsync(string host, TimeSpan limit, Func<Task<CallbackAnswer>> call)
    {
        if (limit < Callbacks.Limit && slow.Contains(host))
            return null;
        var answer = await call();
        if (answer.IsSlow)
            slow.Add(host);
        else
            slow.Remove(host);
        return answer.IsSlow && limit < Callbacks.Limit ? null : answer;
    }

    private static string HandedOver(string host) => $"{host} takes its time: it is called by the workers for slow hosts";

    private async Task<HubFailedException> FailedAsync(HubSubscriber subscriber, int? status, string error)
    {
        var wait = HubRetries.AfterPush(subscriber.Failures + 1, status);
        await store.FailedAsync(subscriber, error, wait is null ? null : time.GetUtcNow() + wait, CancellationToken.None);
        return new($"{subscriber.CallbackHost}: {error}; {(wait is null ? "the subscription is ended" : $"tried again in {wait:c}")}");
    }
}
