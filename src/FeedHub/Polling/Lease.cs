using System.Collections.Concurrent;
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

    private readonly ConcurrentDictionary<long, DateTimeOffset?> _owed = new();

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
        foreach (var source in taken)
            _owed.TryRemove(source.Id, out _);
        long[] order = [.. sourceIds];
        return [.. taken.OrderBy(source => Array.IndexOf(order, source.Id))];
    }

    /// <summary>Gives the source back without a poll; due again at <paramref name="nextPollAt"/>, or as before if null. Where the database
    /// is away, see <see cref="ReturnOwedAsync"/>.</summary>
    public Task ReturnAsync(long sourceId, DateTimeOffset? nextPollAt) => ReturnAsync([sourceId], nextPollAt);

    /// <summary>Gives sources back without a poll, due as before.</summary>
    public Task ReturnAsync(IReadOnlyList<long> sourceIds) => ReturnAsync(sourceIds, null);

    /// <summary>Gives back what could not be given back before: else it would wait for its lease's end.</summary>
    public async Task ReturnOwedAsync()
    {
        foreach (var (id, nextPollAt) in _owed.ToArray())
        {
            if (_owed.TryRemove(id, out _))
                await ReturnAsync([id], nextPollAt);
        }
    }

    private async Task ReturnAsync(IReadOnlyList<long> sourceIds, DateTimeOffset? nextPollAt)
    {
        var wasHere = IsHere;
        try
        {
            if (wasHere && sourceIds.Count > 0)
                await writer.RunAsync(session => SourceLease.Return(session, sourceIds, nextPollAt), CancellationToken.None);
            else
                await Task.WhenAll(sourceIds.Select(id => sending!.ReturnAsync(id, nextPollAt + nodes.OwnerAhead)));
        }
        catch (Exception error) when (storage.ReasonOf(error) is not null || wasHere != IsHere)
        {
            foreach (var id in sourceIds)
                _owed[id] = nextPollAt;
        }
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
