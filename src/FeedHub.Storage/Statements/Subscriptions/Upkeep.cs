using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Storage.Statements.Subscriptions;

/// <summary>Brings subscriptions in step with their sources, the clock and <c>PublicUrl</c>, before hubs are asked.</summary>
internal static class Upkeep
{
    // Back to the source's own interval; not at once, since its server was promised that.
    private const string PollAsUsual = """
        UPDATE Sources SET NextPollAt = max(?1, coalesce(LastPollAt, 0) + coalesce(EffectiveInterval, 0))
        WHERE Enabled AND State IN ('Active', 'Quiet') AND NextPollAt > max(?1, coalesce(LastPollAt, 0) + coalesce(EffectiveInterval, 0))
            AND Id IN (SELECT SourceId FROM Subscriptions WHERE PushesCome AND (State <> 'Active' OR LeaseUntil <= ?1))
        """;

    private static readonly string[] Steps =
    [
        // Another address of ours: pushes to the old one would not arrive.
        "UPDATE Subscriptions SET State = 'Wanted', Since = ?1, AskAt = ?1, AskedAt = NULL, Failures = 0, Note = NULL WHERE State = "
            + "'Active' AND Callback <> ?2 || Token",
        "UPDATE Subscriptions SET State = 'Wanted', Since = ?1, AskAt = min(coalesce(AskAt, ?1), ?1), "
            + $"Note = '{Reason.Of(ReasonCode.LeaseEnded).Stored}' WHERE State = 'Active' AND LeaseUntil <= ?1",

        // A source that is paused, gone or deleted wants no pushes.
        """
        UPDATE Subscriptions SET State = 'Leaving', Since = ?1, AskAt = ?1, AskedAt = NULL, Failures = 0 WHERE State IN ('Active', 'Wanted')
          AND Callback IS NOT NULL
            AND (SourceId IS NULL OR SourceId IN (SELECT Id FROM Sources WHERE State IN ('Paused', 'Gone')))
        """,
        """
        UPDATE Subscriptions SET State = 'Idle', Since = ?1, AskAt = NULL, AskedAt = NULL WHERE State IN ('Wanted', 'Denied')
            AND SourceId IN (SELECT Id FROM Sources WHERE State IN ('Paused', 'Gone'))
        """,
        // A hub that does not confirm the end lets the lease run out.
        "DELETE FROM Subscriptions WHERE State = 'Leaving' AND SourceId IS NULL AND (Failures >= 3 OR LeaseUntil <= ?1)",
        """
        UPDATE Subscriptions SET State = 'Idle', Since = ?1, AskAt = NULL, AskedAt = NULL, Callback = NULL, LeaseUntil = NULL
        WHERE State = 'Leaving' AND (Failures >= 3 OR LeaseUntil <= ?1)
        """,
        "UPDATE Subscriptions SET State = 'Wanted', Since = ?1, AskAt = ?1, Failures = 0 WHERE State = 'Idle' AND SourceId IN (SELECT Id "
            + "FROM Sources WHERE State NOT IN ('Paused', 'Gone'))",
        "DELETE FROM Subscriptions WHERE SourceId IS NULL AND State <> 'Leaving'",
    ];

    /// <summary>Runs it.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="callbacks">Address that callbacks begin with, or null without <c>PublicUrl</c>: then nothing is subscribed.</param>
    /// <param name="now">The present.</param>
    public static bool Run(WriteSession session, string? callbacks, DateTimeOffset now)
    {
        foreach (var step in Steps)
            session.Execute(step, now, callbacks ?? "");
        session.Execute(PollAsUsual, now);
        session.Execute("UPDATE Subscriptions SET PushesCome = false WHERE PushesCome AND (State <> 'Active' OR LeaseUntil <= ?1)", now);
        return true;
    }
}
