using FeedHub.Model.Sources;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Writing;

namespace FeedHub.Polling;

/// <summary>Keeps a source from being polled twice at once: an atomic UPDATE, whose loser ends.</summary>
public sealed class Lease(DatabaseWriter writer, IStorageHealth storage, INodes nodes, TimeProvider time)
{
    /// <summary>Longest a poll may have a source, past its timeout and the wait for its host.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Takes the source if it is free, enabled and (unless asked for by a person) due; null if another was first. It comes as it stands,
    /// without <see cref="Source.Sentences"/>.
    /// </summary>
    public async Task<Source?> AcquireAsync(long sourceId, bool refresh, TimeSpan pollTimeout, CancellationToken cancellation) =>
        (await AcquireAsync([sourceId], refresh, pollTimeout, cancellation)).SingleOrDefault();

    /// <summary>Takes those of the sources that are free, enabled and (unless asked for by a person) due, by one statement; they come in
    /// the order of their keys here.</summary>
    public async Task<IReadOnlyList<Source>> AcquireAsync(
        IReadOnlyList<long> sourceIds,
        bool refresh,
        TimeSpan pollTimeout,
        CancellationToken cancellation)
    {
        // What cannot be kept is not asked for.
        if (storage.Trouble is not null || !nodes.IsOwner)
            return [];
        var now = time.GetUtcNow();
        var taken = await writer.RunAsync(
            session => SourceLease.Acquire(session, sourceIds, now, now + pollTimeout + Margin, refresh), cancellation);
        long[] order = [.. sourceIds];
        return [.. taken.OrderBy(source => Array.IndexOf(order, source.Id))];
    }

    /// <summary>Gives the source back without a poll; due again at <paramref name="nextPollAt"/>, or as before if null.</summary>
    public Task ReturnAsync(long sourceId, DateTimeOffset? nextPollAt, CancellationToken cancellation) =>
        writer.RunAsync(session => SourceLease.Return(session, [sourceId], nextPollAt), cancellation);

    /// <summary>Gives sources back without a poll, due as before.</summary>
    public Task ReturnAsync(IReadOnlyList<long> sourceIds) => sourceIds.Count == 0
        ? Task.CompletedTask
        : writer.RunAsync(session => SourceLease.Return(session, sourceIds, null), CancellationToken.None);
}
