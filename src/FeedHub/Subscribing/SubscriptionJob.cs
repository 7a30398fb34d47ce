using System.Globalization;
using FeedHub.Fetching;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Serving;
using FeedHub.Storage.Statements.Subscriptions;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;
using Hangfire;
using Microsoft.Extensions.Options;

namespace FeedHub.Subscribing;

/// <summary>The recurring job that asks hubs: for new subscriptions, renewals and ends. When stands in the database, as with
/// polls.</summary>
public sealed class SubscriptionJob(
    ReadSessions database,
    DatabaseWriter writer,
    HubClient hubs,
    PublicAddress address,
    IStorageHealth storage,
    OwnNetwork network,
    IOptions<FeedHubOptions> options,
    TimeProvider time)
{
    /// <summary>Id of the recurring job.</summary>
    public const string JobId = "subscriptions";

    /// <summary>Hubs asked in one run; the rest follow in the next.</summary>
    private const int Most = 32;

    private string? Callbacks =>
        options.Value.Subscribing.Enabled && address.Configured is { } mine ? $"{mine}{CallbackEndpoints.Path}/" : null;

    /// <summary>Asks whom it is time to ask; the line returned is the job's result on the dashboard.</summary>
    [JobDisplayName("Subscriptions: ask WebSub hubs")]
    [AutomaticRetry(Attempts = 0)]
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        if (storage.Trouble is { } trouble)
            return $"nobody is asked: {trouble}";
        if (network.Trouble is { } away)
            return $"nobody is asked: {away}";
        if (!DueSubscriptions.IsAny(database))
            return "no source names a hub";
        await writer.RunAsync(session => Upkeep.Run(session, Callbacks, time.GetUtcNow()), cancellation);
        if (Callbacks is null)
            return "not subscribed: FeedHub:PublicUrl is not set, or FeedHub:Subscribing:Enabled is false";
        var due = DueSubscriptions.At(database, time.GetUtcNow(), Most);

        // Hubs beside each other, the subscriptions at one hub after each other: one that hangs holds up its own.
        await Parallel.ForEachAsync(due.GroupBy(s => SourceUrl.HostOf(s.Hub)), cancellation, async (hub, token) =>
        {
            foreach (var subscription in hub)
                await AskAsync(subscription, token);
        });
        return due.Count == 0 ? "nobody to ask" : $"{due.Count} asked";
    }

    private async Task AskAsync(Subscription subscription, CancellationToken cancellation)
    {
        // Written before the request: a hub may verify before it answers.
        if (!await writer.RunAsync(session => Claim(session, subscription), cancellation))
            return;
        var failure = await hubs.AskAsync(subscription.Hub, Fields(subscription), cancellation);
        if (failure is not null)
            await writer.RunAsync(session => Fail(session, subscription, failure), CancellationToken.None);
    }

    // What was asked and never verified counts as a failure, so that a hub that is silent is asked ever less.
    private bool Claim(WriteSession session, Subscription subscription)
    {
        var now = time.GetUtcNow();
        var failures = subscription.Failures + (subscription.AskedAt is null ? 0 : 1);
        var wait = LeasePlan.Wait(failures + 1) is var longer && longer > LeasePlan.Patience ? longer : LeasePlan.Patience;
        return AskedHubs.Claim(session, subscription.Id, now, now + wait, Callbacks + subscription.Token, failures);
    }

    private bool Fail(WriteSession session, Subscription subscription, Reason failure) =>
        AskedHubs.Fail(session, subscription.Id, time.GetUtcNow() + LeasePlan.Wait(subscription.Failures + 1), failure);

    private Dictionary<string, string> Fields(Subscription subscription)
    {
        var fields = new Dictionary<string, string>
        {
            ["hub.mode"] = subscription.State == SubscriptionState.Leaving ? "unsubscribe" : "subscribe",
            ["hub.topic"] = subscription.Topic,
            ["hub.callback"] = Callbacks + subscription.Token,
        };
        if (subscription.State != SubscriptionState.Leaving)
        {
            fields["hub.secret"] = subscription.Secret;
            fields["hub.lease_seconds"] = LeasePlan.Asked.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }

        return fields;
    }
}
