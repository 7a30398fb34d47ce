using FeedHub.Model.Hub;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Hub;

/// <summary>Writes who is subscribed at the hub to what, inside the writer's transaction.</summary>
internal static class HubSubscribers
{
    private const string Insert = """
        INSERT INTO HubSubscribers (BaseUrl, Topic, Callback, CallbackHost, Secret, LeaseUntil, ToldChange, ToldUntil, Failures, KeyId)
        SELECT BaseUrl, Topic, Callback, CallbackHost, Secret, ?2, ToldChange, ToldUntil, 0, KeyId FROM HubRequests WHERE Id = ?1
        ON CONFLICT (BaseUrl, Topic, Callback) DO UPDATE SET Secret = excluded.Secret, LeaseUntil = excluded.LeaseUntil,
            KeyId = excluded.KeyId
        """;

    private const string Delete = """
        DELETE FROM HubSubscribers WHERE EXISTS (SELECT 1 FROM HubRequests r
            WHERE r.Id = ?1 AND r.BaseUrl = HubSubscribers.BaseUrl AND r.Topic = HubSubscribers.Topic
              AND r.Callback = HubSubscribers.Callback)
        """;

    private const string OfNoKey = "WHERE CASE WHEN KeyId IS NULL THEN ?1 ELSE KeyId NOT IN (SELECT Id FROM ApiKeys) END";
    private const string This = "BaseUrl = ?1 AND Topic = ?2 AND Callback = ?3";
    private const string All = "(SELECT CallbackHost, BaseUrl, Topic, Callback FROM HubSubscribers UNION SELECT CallbackHost, BaseUrl, "
        + "Topic, Callback FROM HubRequests) a";

    /// <summary>Subscribes as the request says, until then; or renews.</summary>
    public static int Add(WriteSession session, long requestId, DateTimeOffset until) => session.Execute(Insert, requestId, until);

    /// <summary>Ends the subscription that the request says.</summary>
    public static int End(WriteSession session, long requestId) => session.Execute(Delete, requestId);

    /// <summary>Whether this subscriber has this topic.</summary>
    public static bool Has(WriteSession session, HubRequest request) =>
        session.Scalar<long>($"SELECT count(*) FROM HubSubscribers WHERE {This}", request.BaseUrl, request.Topic, request.Callback) > 0;

    /// <summary>Subscriptions and requests apart from this one.</summary>
    public static long CountOthers(WriteSession session, HubRequest request) =>
        session.Scalar<long>($"SELECT count(*) FROM {All} WHERE NOT ({This})", request.BaseUrl, request.Topic, request.Callback);

    /// <summary>Those of the same callback's host apart from this one.</summary>
    public static long CountOthersOfHost(WriteSession session, HubRequest request) => session.Scalar<long>(
        $"SELECT count(*) FROM {All} WHERE CallbackHost = ?4 AND NOT ({This})", request.BaseUrl, request.Topic, request.Callback,
        request.CallbackHost);

    /// <summary>Forgets a subscriber; false if it is gone already.</summary>
    public static bool Remove(WriteSession session, long id) => session.Execute("DELETE FROM HubSubscribers WHERE Id = ?1", id) == 1;

    /// <summary>Ends what a key that no longer exists was subscribed with, and what was subscribed to without one where
    /// <paramref name="isClosed"/>; asked for or verified.</summary>
    public static int EndOfNoKey(WriteSession session, bool isClosed) =>
        session.Execute($"DELETE FROM HubSubscribers {OfNoKey}", isClosed)
            + session.Execute($"DELETE FROM HubRequests {OfNoKey}", isClosed);

    /// <summary>Ends leases that ran out.</summary>
    public static int Expire(WriteSession session, DateTimeOffset now) =>
        session.Execute("DELETE FROM HubSubscribers WHERE LeaseUntil <= ?1", now);
}
