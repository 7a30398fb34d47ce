using System.Security.Cryptography;
using FeedHub.Polling;
using Hangfire;

namespace FeedHub.Publishing.Hub;

/// <summary>A subscriber did not answer as it must: the job shows as failed, with these words. What follows stands in the database.</summary>
public sealed class HubFailedException(string message) : Exception(message);

/// <summary>The hub's work as Hangfire jobs: verify, announce, push. Arguments are ids, since they show on the dashboard.</summary>
[AutomaticRetry(Attempts = 0)]
[FailedForADay]
[Queue(Queue)]
internal sealed class HubJobs(HubStore store, HubTopics topics, Callbacks callbacks, MergedFeeds feeds, StoryChanges changes, IBackgroundJobClient jobs, TimeProvider time)
{
    /// <summary>Workers of their own: a slow subscriber holds up neither polls nor housekeeping.</summary>
    public const string Queue = "hub";

    // No longer: whoever claimed something and ended is followed by another.
    private static readonly TimeSpan Claim = Callbacks.Limit * 3;

    /// <summary>Asks the subscriber whether it meant what was asked in its name, and does it if so.</summary>
    [JobDisplayName("WebSub: verify request {0}")]
    public async Task<string> VerifyAsync(long requestId, CancellationToken cancellation)
    {
        if (await store.ClaimRequestAsync(requestId, Claim, cancellation) is not { } request)
            return "done already, or under way";
        var challenge = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var answer = await callbacks.AskAsync(request, challenge, cancellation);
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

    /// <summary>Looks which topics have news, and queues a push to everyone who was not told.</summary>
    [JobDisplayName("WebSub: announce what changed")]
    public async Task<string> AnnounceAsync(CancellationToken cancellation)
    {
        foreach (var (baseUrl, path) in await store.TopicsAsync(cancellation))
        {
            // A topic whose filter is no more, such as a source that was deleted, has no news; its lease runs out.
            if ((await topics.ReadAsync(path, cancellation)).Topic is { } topic
                && (await feeds.GetAsync(topic.Filter, topic.Output, baseUrl)).News is { } news)
                await store.MarkDueAsync(baseUrl, path, news, cancellation);
        }

        return await QueueDueAsync(cancellation);
    }

    /// <summary>Ends leases, and queues what is due: what waited for a retry, and what a restart interrupted.</summary>
    [JobDisplayName("WebSub: queue what is due")]
    public async Task<string> SweepAsync(CancellationToken cancellation)
    {
        await store.ExpireAsync(cancellation);
        return await QueueDueAsync(cancellation);
    }

    /// <summary>Pushes the topic as it is now.</summary>
    [JobDisplayName("WebSub: push to subscriber {0}")]
    public async Task<string> PushAsync(long subscriberId, CancellationToken cancellation)
    {
        if (await store.ClaimPushAsync(subscriberId, Claim, cancellation) is not { } subscriber)
            return "done already, or under way";
        var version = changes.Version;
        if ((await topics.ReadAsync(subscriber.Topic, cancellation)).Topic is not { } topic)
            return "its topic is no more";
        var document = await feeds.GetAsync(topic.Filter, topic.Output, subscriber.BaseUrl);
        var answer = await callbacks.PushAsync(subscriber, document, cancellation);
        if (answer.Error is { } error)
            throw await FailedAsync(subscriber, answer.Status, error);
        await store.ToldAsync(subscriber, document.News ?? subscriber.ToldUntil, CancellationToken.None);

        // What changed meanwhile was not announced to a subscriber whose push was under way.
        if (changes.Version != version)
            jobs.Enqueue<HubJobs>(hub => hub.AnnounceAsync(CancellationToken.None));
        return $"{subscriber.Topic} to {subscriber.CallbackHost}: {answer.Status}";
    }

    private async Task<HubFailedException> FailedAsync(HubSubscriber subscriber, int? status, string error)
    {
        var wait = HubRetries.AfterPush(subscriber.Failures + 1, status);
        await store.FailedAsync(subscriber, error, wait is null ? null : time.GetUtcNow() + wait, CancellationToken.None);
        return new($"{subscriber.CallbackHost}: {error}; {(wait is null ? "the subscription is ended" : $"tried again in {wait:c}")}");
    }

    private async Task<string> QueueDueAsync(CancellationToken cancellation)
    {
        var (requests, pushes) = await store.DueAsync(cancellation);
        foreach (var id in requests)
            jobs.Enqueue<HubJobs>(hub => hub.VerifyAsync(id, CancellationToken.None));
        foreach (var id in pushes)
            jobs.Enqueue<HubJobs>(hub => hub.PushAsync(id, CancellationToken.None));
        return $"{requests.Count} to verify, {pushes.Count} to push";
    }
}
