using FeedHub.Model.Hub;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Hub;

/// <summary>Writes requests to the hub whose intent is not verified yet, inside the writer's transaction.</summary>
internal static class HubRequests
{
    private const string Insert = $"""
        INSERT INTO HubRequests (Mode, BaseUrl, Topic, TopicUrl, Callback, CallbackHost, Secret, Lease, RequestedAt, Failures,
          NextTryAt, ToldChange, ToldUntil, KeyId)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, ?9, ?11, ({StorySequences.LastArrival}), ?10) RETURNING Id
        """;

    /// <summary>Key of the request of this subscriber for this topic; 0: none.</summary>
    public static long Find(WriteSession session, HubRequest request) => session.Scalar<long>(
        "SELECT Id FROM HubRequests WHERE BaseUrl = ?1 AND Topic = ?2 AND Callback = ?3", request.BaseUrl, request.Topic, request.Callback);

    /// <summary>Adds a request, due at once, in place of an earlier one of the same subscriber for the same topic; returns its
    /// key.</summary>
    public static long Put(WriteSession session, HubRequest request)
    {
        session.Execute(
            "DELETE FROM HubRequests WHERE BaseUrl = ?1 AND Topic = ?2 AND Callback = ?3",
            request.BaseUrl,
            request.Topic,
            request.Callback);
        return session.Scalar<long>(
            Insert, request.Mode, request.BaseUrl, request.Topic, request.TopicUrl, request.Callback, request.CallbackHost, request.Secret,
            request.Lease, request.RequestedAt, request.KeyId, StorySequences.Changed(session));
    }

    /// <summary>Takes it for one try until then; false if it is gone, not due or taken.</summary>
    public static bool Claim(WriteSession session, long id, DateTimeOffset until, DateTimeOffset now) =>
        session.Execute("UPDATE HubRequests SET NextTryAt = ?2 WHERE Id = ?1 AND NextTryAt <= ?3", id, until, now) == 1;

    /// <summary>It failed, and is due again at that time.</summary>
    public static int Postpone(WriteSession session, long id, DateTimeOffset until) =>
        session.Execute("UPDATE HubRequests SET Failures = Failures + 1, NextTryAt = ?2 WHERE Id = ?1", id, until);

    /// <summary>Removes it.</summary>
    public static int Remove(WriteSession session, long id) => session.Execute("DELETE FROM HubRequests WHERE Id = ?1", id);
}
