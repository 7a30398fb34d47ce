using FeedHub.Storage;

namespace FeedHub.Polling;

/// <summary>Keeps a source from being polled twice at once: an atomic UPDATE, whose loser ends.</summary>
public sealed class Lease(DatabaseWriter writer, StorageHealth storage, TimeProvider time)
{
    /// <summary>Longest a poll may have a source, past its timeout and the wait for its host.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    /// <summary>Takes the source if it is free, enabled and (unless asked for by a person) due; false if another was first.</summary>
    public Task<bool> TryTakeAsync(long sourceId, bool refresh, TimeSpan pollTimeout, CancellationToken cancellation)
    {
        // What cannot be kept is not asked for.
        if (storage.Trouble is not null)
            return Task.FromResult(false);
        var now = time.GetUtcNow();
        return writer.RunAsync(
            session => session.Execute(
                """
                UPDATE Sources SET LeaseUntil = ?3 WHERE Id = ?1
                AND (LeaseUntil IS NULL OR LeaseUntil <= ?2) AND (?4 OR (Enabled AND NextPollAt <= ?2))
                """,
                sourceId, now, now + pollTimeout + Margin, refresh) == 1,
            cancellation);
    }

    /// <summary>Gives the source back without a poll; due again at <paramref name="nextPollAt"/>, or as before if null.</summary>
    public Task ReturnAsync(long sourceId, DateTimeOffset? nextPollAt, CancellationToken cancellation) => writer.RunAsync(
        session => session.Execute(
            "UPDATE Sources SET LeaseUntil = NULL, NextPollAt = coalesce(?2, NextPollAt) WHERE Id = ?1", sourceId, nextPollAt),
        cancellation);
}
