using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Storage.Statements.Subscriptions;

/// <summary>Writes what hubs are asked and when, inside the writer's transaction.</summary>
internal static class AskedHubs
{
    /// <summary>The hub is asked now; false if another asks it, or it is not to be asked yet.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="subscriptionId">What it is asked for.</param>
    /// <param name="now">The present.</param>
    /// <param name="again">When it is asked again, should it stay silent.</param>
    /// <param name="callback">The address that it is given.</param>
    /// <param name="failures">Requests that failed in a row.</param>
    public static bool Claim(
        WriteSession session,
        long subscriptionId,
        DateTimeOffset now,
        DateTimeOffset again,
        string callback,
        int failures) => session.Execute(
        """
        UPDATE Subscriptions SET AskAt = ?3, AskedAt = ?2, Callback = ?4, Failures = ?5, Note = CASE WHEN AskedAt IS NULL THEN Note
          ELSE ?6 END
        WHERE Id = ?1 AND AskAt <= ?2
        """,
        subscriptionId, now, again, callback, failures, Reason.Of(ReasonCode.HubDidNotVerify)) == 1;

    /// <summary>The request failed; false if the hub has verified meanwhile.</summary>
    public static bool Fail(WriteSession session, long subscriptionId, DateTimeOffset again, Reason failure) => session.Execute(
        "UPDATE Subscriptions SET AskAt = ?2, AskedAt = NULL, Failures = Failures + 1, Note = ?3 WHERE Id = ?1 AND AskedAt IS NOT NULL",
        subscriptionId, again, failure) == 1;

    /// <summary>Moves all that is planned by the step that the clock made.</summary>
    public static void Shift(WriteSession session, TimeSpan step) =>
        session.Execute("UPDATE Subscriptions SET AskAt = AskAt + ?1, AskedAt = AskedAt + ?1, LeaseUntil = LeaseUntil + ?1", step);
}
