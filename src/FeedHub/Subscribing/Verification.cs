using FeedHub.Model.Sources;
using FeedHub.Storage.Writing;

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

    /// <summary>True if it is confirmed (or, of a denial, taken note of).</summary>
    public bool Take(HubWord word)
    {
        var found = session.Query(
            "SELECT Id, State, AskedAt IS NOT NULL FROM Subscriptions WHERE Token = ?1 AND Topic = ?2",
            row => (Id: row.GetInt64(0), State: Enum.Parse<SubscriptionState>(row.GetString(1)), Open: row.GetBoolean(2)), token, word.Topic);
        if (found is not [var subscription])
            return false;
        return (word.Mode, subscription.State, subscription.Open) switch
        {
            ("subscribe", SubscriptionState.Wanted or SubscriptionState.Active or SubscriptionState.Denied, true) => Begin(subscription.Id, word),

            // Still meant; but only what was asked for makes the lease longer.
            ("subscribe", SubscriptionState.Active, false) => true,
            ("unsubscribe", SubscriptionState.Leaving, true) => End(subscription.Id),
            ("denied", not SubscriptionState.Idle, _) => Deny(subscription.Id, subscription.State, word.Reason),
            _ => false,
        };
    }

    private bool Begin(long id, HubWord word)
    {
        var lease = LeasePlan.Granted(word.LeaseSeconds);
        return session.Execute(
            """
            UPDATE Subscriptions SET State = 'Active', Since = CASE WHEN State = 'Active' THEN Since ELSE ?2 END,
                AskedAt = NULL, AskAt = ?3, LeaseUntil = ?4, Failures = 0, Note = NULL WHERE Id = ?1
            """,
            id, now, now + LeasePlan.Renewal(lease, chance), now + lease) == 1;
    }

    // The row stays while its source does, so that the hub is still known when the source is resumed.
    private bool End(long id)
    {
        session.Execute("DELETE FROM Subscriptions WHERE Id = ?1 AND SourceId IS NULL", id);
        session.Execute(
            "UPDATE Subscriptions SET State = 'Idle', Since = ?2, AskAt = NULL, AskedAt = NULL, Callback = NULL, LeaseUntil = NULL WHERE Id = ?1", id, now);
        return true;
    }

    private bool Deny(long id, SubscriptionState state, string? reason)
    {
        if (state == SubscriptionState.Leaving)
            return End(id);
        return session.Execute(
            "UPDATE Subscriptions SET State = 'Denied', Since = ?2, AskedAt = NULL, AskAt = ?3, LeaseUntil = NULL, Note = ?4 WHERE Id = ?1",
            id, now, now + LeasePlan.AfterDenial, string.IsNullOrWhiteSpace(reason) ? null : reason.Length > LongestReason ? reason[..LongestReason] + "…" : reason) == 1;
    }
}
