using FeedHub.Model.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Polling;

/// <summary>Keeps a source from being polled twice at once: an atomic UPDATE, whose loser ends.</summary>
public sealed class Lease(DatabaseWriter writer, IDbContextFactory<FeedHubDb> databases, IStorageHealth storage, TimeProvider time)
{
    /// <summary>Longest a poll may have a source, past its timeout and the wait for its host.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    private readonly Lazy<(StoredRow<Source> Row, string Sql)> _take = new(() => TakeStatement(databases));

    /// <summary>
    /// Takes the source if it is free, enabled and (unless asked for by a person) due; null if another was first. It comes as it stands,
    /// without <see cref="Source.Sentences"/>.
    /// </summary>
    public async Task<Source?> TakeAsync(long sourceId, bool refresh, TimeSpan pollTimeout, CancellationToken cancellation)
    {
        // What cannot be kept is not asked for.
        if (storage.Trouble is not null)
            return null;
        var now = time.GetUtcNow();
        var (row, sql) = _take.Value;
        var taken = await writer.RunAsync(session => session.Query(sql, row.Read, sourceId, now, now + pollTimeout + Margin, refresh), cancellation);
        return taken.SingleOrDefault();
    }

    /// <summary>Gives the source back without a poll; due again at <paramref name="nextPollAt"/>, or as before if null.</summary>
    public Task ReturnAsync(long sourceId, DateTimeOffset? nextPollAt, CancellationToken cancellation) => writer.RunAsync(
        session => session.Execute(
            "UPDATE Sources SET LeaseUntil = NULL, NextPollAt = coalesce(?2, NextPollAt) WHERE Id = ?1", sourceId, nextPollAt),
        cancellation);

    private static (StoredRow<Source> Row, string Sql) TakeStatement(IDbContextFactory<FeedHubDb> databases)
    {
        using var db = databases.CreateDbContext();
        var row = new StoredRow<Source>(db.Model);
        return (row, $"""
            UPDATE Sources SET LeaseUntil = ?3 WHERE Id = ?1
            AND (LeaseUntil IS NULL OR LeaseUntil <= ?2) AND (?4 OR (Enabled AND NextPollAt <= ?2)) RETURNING {row.Columns}
            """);
    }
}
