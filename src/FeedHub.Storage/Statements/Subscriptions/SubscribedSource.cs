using System.Security.Cryptography;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Storage.Statements.Subscriptions;

/// <summary>What polls and pushes of one source mean for its subscription, inside the writer's transaction.</summary>
internal sealed class SubscribedSource(WriteSession session, long sourceId, TimeSpan rarely, DateTimeOffset now)
{
    /// <summary>After a poll that went well: the hub it names is kept, and the next poll is put off while pushes come.</summary>
    public void AfterPoll(Advertisement? advertised, IngestResult ingested)
    {
        if (advertised is not null)
            Keep(advertised);

        // What is new and came by no push: the hub misses things, even if its lease holds.
        if (ingested.New > 0)
            session.Write(
                "UPDATE Subscriptions SET PushesCome = false, Note = ?2 WHERE SourceId = ?1 AND PushesCome",
                sourceId,
                ingested.New == 1 ? Reason.Of(ReasonCode.ItemNotPushed) : Reason.Of(ReasonCode.ItemsNotPushed, ingested.New));
        PutPollOff();
    }

    /// <summary>After a push that was stored.</summary>
    public void AfterPush(IngestResult ingested)
    {
        session.Execute(
            """
            UPDATE Subscriptions SET PushesCome = (State = 'Active'), LastPushAt = ?2, Pushes = Pushes + 1, PushedItems = PushedItems + ?3,
              Note = NULL WHERE SourceId = ?1
            """,
            sourceId, now, ingested.New);
        PutPollOff();
    }

    /// <summary>Counts a push that changes nothing else.</summary>
    public static int CountRefused(WriteSession session, long subscriptionId, Reason why) =>
        session.Execute("UPDATE Subscriptions SET RefusedPushes = RefusedPushes + 1, Refusal = ?2 WHERE Id = ?1", subscriptionId, why);

    // Never past the lease, and never earlier than planned.
    private void PutPollOff() => session.Write(
        """
        UPDATE Sources SET NextPollAt = max(NextPollAt, (SELECT min(?2, s.LeaseUntil) FROM Subscriptions s WHERE s.SourceId = ?1))
        WHERE Id = ?1 AND Enabled AND NextPollAt IS NOT NULL AND State IN ('Active', 'Quiet')
            AND EXISTS (SELECT 1 FROM Subscriptions s WHERE s.SourceId = ?1 AND s.PushesCome AND s.State = 'Active' AND s.LeaseUntil > ?3)
        """,
        sourceId, now + rarely, now);

    private void Keep(Advertisement advertised)
    {
        if (advertised.Hub is not null && session.Scalar<long>(
            "SELECT Id FROM Subscriptions WHERE SourceId = ?1 AND Hub = ?2 AND Topic = ?3",
            sourceId,
            advertised.Hub,
            advertised.Topic) != 0)
            return;
        session.Write("UPDATE Subscriptions SET SourceId = NULL, PushesCome = false WHERE SourceId = ?1", sourceId);
        if (advertised.Hub is not null)
            session.Write(
                """
                INSERT INTO Subscriptions (SourceId, Hub, Topic, State, Since, Token, Secret, AskAt, PushesCome, Pushes, PushedItems,
                  RefusedPushes, Failures)
                VALUES (?1, ?2, ?3, 'Wanted', ?4, ?5, ?6, ?4, false, 0, 0, 0, 0)
                """,
                sourceId, advertised.Hub, advertised.Topic, now, Unguessable(), Unguessable());
    }

    private static string Unguessable() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
