using FeedHub.Model.Sources;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Storage.Statements.Subscriptions;

/// <summary>A subscription that a hub speaks of.</summary>
/// <param name="Id">Its key.</param>
/// <param name="State">How it stands.</param>
/// <param name="IsOpen">True while the hub was asked what it has not yet verified.</param>
internal sealed record AskedSubscription(long Id, SubscriptionState State, bool IsOpen);

/// <summary>Writes what hubs confirm and deny, inside the writer's transaction.</summary>
internal sealed class VerifiedSubscriptions(WriteSession session, DateTimeOffset now)
{
    /// <summary>The subscription with this callback to this topic, or null.</summary>
    public AskedSubscription? Find(string token, string? topic) => session.Query(
        "SELECT Id, State, AskedAt IS NOT NULL FROM Subscriptions WHERE Token = ?1 AND Topic = ?2",
        row => new AskedSubscription(
            row.GetInt64(0),
            Enum.Parse<SubscriptionState>(row.GetString(1)),
            row.GetBoolean(2)), token, topic) is [var found] ? found : null;

    /// <summary>The lease runs until then.</summary>
    public bool Begin(long id, DateTimeOffset renewal, DateTimeOffset until) => session.Execute(
        """
        UPDATE Subscriptions SET State = 'Active', Since = CASE WHEN State = 'Active' THEN Since ELSE ?2 END,
            AskedAt = NULL, AskAt = ?3, LeaseUntil = ?4, Failures = 0, Note = NULL WHERE Id = ?1
        """,
        id, now, renewal, until) == 1;

    /// <summary>It is over. The row stays while its source does, so that the hub is still known when the source is resumed.</summary>
    public bool End(long id)
    {
        session.Execute("DELETE FROM Subscriptions WHERE Id = ?1 AND SourceId IS NULL", id);
        session.Execute(
            "UPDATE Subscriptions SET State = 'Idle', Since = ?2, AskAt = NULL, AskedAt = NULL, Callback = NULL, LeaseUntil = NULL "
                + "WHERE Id = ?1", id, now);
        return true;
    }

    /// <summary>The hub said no: asked again at that time.</summary>
    public bool Deny(long id, DateTimeOffset again, Reason? reason) => session.Execute(
        "UPDATE Subscriptions SET State = 'Denied', Since = ?2, AskedAt = NULL, AskAt = ?3, LeaseUntil = NULL, Note = ?4 WHERE Id = ?1",
        id, now, again, reason) == 1;
}
