using FeedHub.Access;
using FeedHub.Model.Health;
using FeedHub.Model.Hub;
using FeedHub.Model.Settings;
using FeedHub.Model.Stories;
using FeedHub.Observability;
using FeedHub.Storage.Statements.Health;
using FeedHub.Storage.Statements.Hub;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;
using Microsoft.Extensions.Options;

namespace FeedHub.Hub;

/// <summary>The hub's state. All of it is in the database: a restart goes on where it was.</summary>
public sealed class HubStore(
    ReadSessions database,
    LoneEdits edits,
    DatabaseWriter writer,
    Figures figures,
    SealedTopics topics,
    IOptions<FeedHubOptions> options,
    TimeProvider time)
{
    /// <summary>Stores a request; it replaces an earlier one of the same subscriber for the same topic.</summary>
    internal Task<HubAdmission> AddAsync(
        HubCommand command,
        string baseUrl,
        string topic,
        long? keyId,
        CancellationToken cancellation)
    {
        var request = RequestOf(command, baseUrl, topic, keyId, time.GetUtcNow());
        return writer.RunAsync(
            session =>
            {
                var earlier = HubRequests.Find(session, request);
                if (command.Mode == HubMode.Unsubscribe && earlier == 0 && !HubSubscribers.Has(session, request))
                    return new HubAdmission(null, EndsNothing: true);
                if (command.Mode == HubMode.Subscribe && !HasRoom(session, request))
                    return new(null);
                return new(HubRequests.Put(session, request), earlier);
            },
            cancellation);
    }

    /// <summary>Takes a request for one try; null if it is gone or another has it.</summary>
    public async Task<HubRequest?> ClaimRequestAsync(long id, TimeSpan time, CancellationToken cancellation)
    {
        if (!await ClaimAsync(HubRequests.Claim, id, time, cancellation) || HubReading.Request(database, id) is not { } request)
            return null;
        request.TopicUrl = topics.Open(request.TopicUrl, request.BaseUrl + request.Topic);
        return request;
    }

    /// <summary>Takes a push that is due; null if it is not, or another has it.</summary>
    public async Task<HubSubscriber?> ClaimPushAsync(long id, TimeSpan time, CancellationToken cancellation) =>
        await ClaimAsync(HubPushes.Claim, id, time, cancellation) ? HubReading.Subscriber(database, id) : null;

    /// <summary>Does what the request asks, now that its intent is verified.</summary>
    public Task FulfilAsync(HubRequest request, CancellationToken cancellation) => writer.RunAsync(
        session =>
        {
            if (request.Mode == HubMode.Subscribe)
                HubSubscribers.Add(session, request.Id, time.GetUtcNow() + request.Lease);
            else
                HubSubscribers.End(session, request.Id);
            return HubRequests.Remove(session, request.Id);
        },
        cancellation);

    /// <summary>Forgets a request that nobody stands by.</summary>
    public Task ForgetAsync(HubRequest request, CancellationToken cancellation) =>
        writer.RunAsync(session => HubRequests.Remove(session, request.Id), cancellation);

    /// <summary>Nobody answered: tried again after that time.</summary>
    public Task PostponeAsync(HubRequest request, TimeSpan wait, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() + wait;
        return writer.RunAsync(session => HubRequests.Postpone(session, request.Id, until), cancellation);
    }

    /// <summary>Gives a push back that was claimed, for another try at once.</summary>
    public Task ReturnPushAsync(HubSubscriber subscriber, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return writer.RunAsync(session => HubPushes.Return(session, subscriber.Id, now), cancellation);
    }

    /// <summary>The push arrived, or there was nothing to push.</summary>
    /// <param name="subscriber">Who was told.</param>
    /// <param name="until">How far.</param>
    /// <param name="isAll">False if more follows at once.</param>
    /// <param name="wasCalled">Whether it was called for that.</param>
    /// <param name="cancellation">Ends it before it has begun.</param>
    public Task ToldAsync(HubSubscriber subscriber, StoryMark until, bool isAll, bool wasCalled, CancellationToken cancellation)
    {
        if (wasCalled)
            figures.Delivered("delivered");
        DateTimeOffset? next = isAll ? null : time.GetUtcNow();
        return writer.RunAsync(session => HubPushes.Told(session, subscriber.Id, until, next), cancellation);
    }

    /// <summary>Its topic no longer exists: nothing is due to it.</summary>
    public Task RestAsync(HubSubscriber subscriber, CancellationToken cancellation) =>
        writer.RunAsync(session => HubPushes.Rest(session, subscriber.Id), cancellation);

    /// <summary>The push failed: tried again after that time, or never again if null.</summary>
    public Task FailedAsync(HubSubscriber subscriber, Reason error, TimeSpan? wait, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() + wait;
        figures.Delivered(until is null ? "dropped" : "failed");
        return until is { } again
            ? writer.RunAsync(session => HubPushes.Failed(session, subscriber.Id, again, error), cancellation)
            : writer.RunAsync(session => Drop(session, subscriber, error), cancellation);
    }

    /// <summary>The topics of subscribers to whom nothing is due, and how far all of these were told: first those of subscribers that
    /// accept their pushes and came first.</summary>
    public IReadOnlyList<(string BaseUrl, string Topic, StoryMark Told)> Topics() => HubReading.Topics(database);

    /// <summary>
    /// The topic has news up to the change of that number: every subscriber who was not told yet is due, unless a push to it is under way.
    /// Returns their keys and the hosts of their callbacks.
    /// </summary>
    public Task<List<(long Id, string Host)>> MarkDueAsync(
        string baseUrl,
        string topic,
        long news,
        CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return writer.RunAsync(session => HubPushes.MarkDue(session, baseUrl, topic, news, now), cancellation);
    }

    /// <summary>
    /// Ends what a key that no longer exists was subscribed with, and, where the hub is closed, what was subscribed to without one; at
    /// start, before the writer runs.
    /// </summary>
    public void EndOfNoKey()
    {
        var isClosed = options.Value.IsClosed();
        edits.Run(session => HubSubscribers.EndOfNoKey(session, isClosed));
    }

    /// <summary>Ends leases that ran out.</summary>
    public Task ExpireAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return writer.RunAsync(session => HubSubscribers.Expire(session, now), cancellation);
    }

    /// <summary>Keys of the requests and pushes that are due, the hosts of their callbacks, and how often requests were asked about in
    /// vain.</summary>
    public (IReadOnlyList<(long Id, string Host, int Failures)> Requests, IReadOnlyList<(long Id, string Host)> Pushes) Due()
    {
        var now = time.GetUtcNow();
        return (HubReading.Requests(database, now), HubReading.Pushes(database, now));
    }

    private HubRequest RequestOf(HubCommand command, string baseUrl, string topic, long? keyId, DateTimeOffset now) => new()
    {
        Mode = command.Mode,
        BaseUrl = baseUrl,
        Topic = topic,
        TopicUrl = topics.Seal(command.Topic),
        Callback = command.Callback.AbsoluteUri,
        CallbackHost = command.Callback.IdnHost.ToLowerInvariant(),
        Secret = command.Secret,
        Lease = command.Lease,
        RequestedAt = now,
        KeyId = keyId,
    };

    // Who renews takes no more room.
    private bool HasRoom(WriteSession session, HubRequest request) =>
        HubSubscribers.CountOthers(session, request) < options.Value.Hub.MaxSubscriptions
        && HubSubscribers.CountOthersOfHost(session, request) < options.Value.Hub.MaxPerHost;

    private bool Drop(WriteSession session, HubSubscriber subscriber, Reason error) =>
        HubSubscribers.Remove(session, subscriber.Id)
        && HealthEvents.Record(
            session,
            HealthEventKind.SubscriberDropped,
            time.GetUtcNow(),
            Reason.Of(ReasonCode.SubscriberDropped, subscriber.CallbackHost, subscriber.Topic, error));

    // Should the process end in the middle, the claim runs out and another takes it.
    private async Task<bool> ClaimAsync(
        Func<WriteSession, long, DateTimeOffset, DateTimeOffset, bool> claim, long id, TimeSpan claimed, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return await writer.RunAsync(session => claim(session, id, now + claimed, now), cancellation);
    }
}
