using FeedHub.Model.Sources;
using FeedHub.Storage.Statements.Habits;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Writing;

namespace FeedHub.Polling;

/// <summary>Keeps a source from being polled twice at once: an atomic UPDATE, whose loser ends.</summary>
public sealed class Lease(
    DatabaseWriter writer, IStorageHealth storage, INodes nodes, HabitStore habits, TimeProvider time, ISentPolls? sending = null)
{
    /// <summary>Longest a poll may have a source, past its timeout and the wait for its host.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    private bool IsHere => sending is null || nodes.IsOwner;

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
        if (storage.Trouble is not null)
            return [];
        var now = time.GetUtcNow() + nodes.OwnerAhead;
        var taken = IsHere
            ? await writer.RunAsync(
                session => SourceLease.Acquire(session, sourceIds, now, now + pollTimeout + Margin, refresh), cancellation)
            : await AcquireBesideAsync(sourceIds, now, now + pollTimeout + Margin, refresh);
        long[] order = [.. sourceIds];
        return [.. taken.OrderBy(source => Array.IndexOf(order, source.Id))];
    }

    /// <summary>Gives the source back without a poll; due again at <paramref name="nextPollAt"/>, or as before if null.</summary>
    public Task ReturnAsync(long sourceId, DateTimeOffset? nextPollAt, CancellationToken cancellation) => IsHere
        ? writer.RunAsync(session => SourceLease.Return(session, [sourceId], nextPollAt), cancellation)
        : sending!.ReturnAsync(sourceId, nextPollAt + nodes.OwnerAhead);

    /// <summary>Gives sources back without a poll, due as before.</summary>
    public async Task ReturnAsync(IReadOnlyList<long> sourceIds)
    {
        if (IsHere && sourceIds.Count > 0)
            await writer.RunAsync(session => SourceLease.Return(session, sourceIds, null), CancellationToken.None);
        else
            await Task.WhenAll(sourceIds.Select(id => sending!.ReturnAsync(id, null)));
    }

    // What others stored meanwhile has taught them something about the source.
    private async Task<IReadOnlyList<Source>> AcquireBesideAsync(
        IReadOnlyList<long> sourceIds, DateTimeOffset now, DateTimeOffset until, bool refresh)
    {
        var taken = await sending!.LeaseAsync(sourceIds, now, until, refresh);
        foreach (var source in taken)
            habits.Forget(source.Id);
        return taken;
    }
}
