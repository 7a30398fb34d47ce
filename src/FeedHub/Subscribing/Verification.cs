using FeedHub.Model.Sources;
using FeedHub.Storage.Statements.Subscriptions;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Subscribing;

/// <summary>What a hub says at the callback (W3C WebSub 5.2, 5.3).</summary>
/// <param name="Mode"><c>subscribe</c>, <c>unsubscribe</c> or <c>denied</c>.</param>
/// <param name="Topic">What it speaks of.</param>
/// <param name="LeaseSeconds">As given, or null.</param>
/// <param name="Reason">Why it denies, as given, or null.</param>
internal sealed record HubWord(string? Mode, string? Topic, string? LeaseSeconds, string? Reason);

/// <summary>Whether FeedHub meant what a hub asks it to confirm, and what follows; inside the writer's transaction.</summary>
internal sealed class Verification(WriteSession session, string token, double chance, DateTimeOffset now)
{
    private const int LongestReason = 200;

    private readonly VerifiedSubscriptions _subscriptions = new(session, now);

    /// <summary>True if it is confirmed (or, of a denial, taken note of).</summary>
    public bool Confirm(HubWord word)
    {
        if (_subscriptions.Find(token, word.Topic) is not { } subscription)
            return false;
        return (word.Mode, subscription.State, subscription.IsOpen) switch
        {
            ("subscribe", SubscriptionState.Wanted or SubscriptionState.Active or SubscriptionState.Denied, true) => Begin(
                subscription.Id,
                word),

            // Still meant; but only what was asked for makes the lease longer.
            ("subscribe", SubscriptionState.Active, false) => true,
            ("unsubscribe", SubscriptionState.Leaving, true) => _subscriptions.End(subscription.Id),
            ("denied", not SubscriptionState.Idle, _) => Deny(subscription.Id, subscription.State, word.Reason),
            _ => false,
        };
    }

    private bool Begin(long id, HubWord word)
    {
        var lease = LeasePlan.Granted(word.LeaseSeconds);
        return _subscriptions.Begin(id, now + LeasePlan.Renewal(lease, chance), now + lease);
    }

    private bool Deny(long id, SubscriptionState state, string? reason) => state == SubscriptionState.Leaving
        ? _subscriptions.End(id)
        : _subscriptions.Deny(
            id, now + LeasePlan.AfterDenial, string.IsNullOrWhiteSpace(reason)
                ? null
                : Reason.Sentence(reason.Length > LongestReason ? reason[..LongestReason] + "…" : reason));
}
