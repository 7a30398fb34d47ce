using FeedHub.Model.Stories;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Storage.Statements.Hub;

/// <summary>Writes which subscribers are due a push, and what became of it, inside the writer's transaction.</summary>
internal static class HubPushes
{
    private const string Mark =
        "UPDATE HubSubscribers SET DueAt = ?4 WHERE BaseUrl = ?1 AND Topic = ?2 AND ToldChange < ?3 AND DueAt IS NULL RETURNING Id, "
            + "CallbackHost";

    /// <summary>Every subscriber of the topic who was not told that news yet is due now, unless a push to it is under way; returns their
    /// keys and hosts.</summary>
    public static List<(long Id, string Host)> MarkDue(
        WriteSession session,
        string baseUrl,
        string topic,
        long news,
        DateTimeOffset now) =>
        session.Query(Mark, row => (row.GetInt64(0), row.GetString(1)), baseUrl, topic, news, now);

    /// <summary>Takes a push until then; false if it is not due, or taken.</summary>
    public static bool Claim(WriteSession session, long subscriberId, DateTimeOffset until, DateTimeOffset now) =>
        session.Execute("UPDATE HubSubscribers SET DueAt = ?2 WHERE Id = ?1 AND DueAt <= ?3", subscriberId, until, now) == 1;

    /// <summary>Gives a push back that was taken: due at that time.</summary>
    public static int Return(WriteSession session, long subscriberId, DateTimeOffset due) =>
        session.Execute("UPDATE HubSubscribers SET DueAt = ?2 WHERE Id = ?1", subscriberId, due);

    /// <summary>The push arrived; more is due at that time, or nothing if null.</summary>
    public static int Told(WriteSession session, long subscriberId, StoryMark until, DateTimeOffset? next) =>
        session.Execute(
            "UPDATE HubSubscribers SET ToldChange = ?2, ToldUntil = ?3, DueAt = ?4, Failures = 0, Error = NULL WHERE Id = ?1",
            subscriberId,
            until.Change,
            until.Arrival,
            next);

    /// <summary>Nothing is due.</summary>
    public static int Rest(WriteSession session, long subscriberId) =>
        session.Execute("UPDATE HubSubscribers SET DueAt = NULL WHERE Id = ?1", subscriberId);

    /// <summary>The push failed, and is due again at that time.</summary>
    public static int Failed(WriteSession session, long subscriberId, DateTimeOffset again, Reason error) =>
        session.Execute(
            "UPDATE HubSubscribers SET Failures = Failures + 1, Error = ?3, DueAt = ?2 WHERE Id = ?1",
            subscriberId,
            again,
            error);
}
