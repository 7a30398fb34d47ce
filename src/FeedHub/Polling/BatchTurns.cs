using FeedHub.Fetching;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Writing;
using Microsoft.Extensions.Options;

namespace FeedHub.Polling;

/// <summary>Lets the polls of a batch begin: leases by one statement, rests, and turns that are not waited for long.</summary>
public sealed class BatchTurns(
    Lease lease,
    PutOffs putOffs,
    HostGate gate,
    ReadSessions database,
    IStorageHealth storage,
    OwnNetwork network,
    IOptions<FeedHubOptions> options)
{
    /// <summary>False while nothing can be stored: then nobody is asked.</summary>
    public bool CanStore => storage.Trouble is null;

    /// <summary>True while nobody can be reached.</summary>
    public bool IsOffline => network.IsDown;

    /// <summary>Takes those of the sources that are free and, unless a person asks, enabled and due.</summary>
    public Task<IReadOnlyList<Source>> LeaseAsync(IReadOnlyList<long> sourceIds, bool refresh, CancellationToken cancellation) =>
        lease.AcquireAsync(sourceIds, refresh, options.Value.Polling.Timeout, cancellation);

    /// <summary>Gives sources back without a poll, due as before.</summary>
    public Task ReturnAsync(IReadOnlyList<long> sourceIds) => lease.ReturnAsync(sourceIds);

    /// <summary>True if nobody has removed, paused or edited the source since it was leased.</summary>
    public bool IsAsBefore(Source source) => DueSources.IsAsBefore(database, source);

    /// <summary>Puts the source off if its server rests.</summary>
    /// <param name="source">Leased; where it is put off, the lease ends.</param>
    /// <param name="place">How many sources of the batch were put off before.</param>
    /// <returns>The server's rest, or null: it may be asked.</returns>
    public Task<HostRest?> PutOffAsync(Source source, int place) => putOffs.PutOffAsync(source, place);

    /// <summary>Waits for the turn of the source's host; null if it does not come within the patience.</summary>
    public ValueTask<IDisposable?> EnterAsync(Source source, TimeSpan patience, CancellationToken cancellation) =>
        gate.EnterAsync(HostOf(source), patience, cancellation);

    /// <summary>The least time until the source's host has a turn, as far as that can be seen.</summary>
    public TimeSpan EarliestWait(Source source) => gate.EarliestWait(HostOf(source));

    /// <summary>True if another poll may begin at the source's host meanwhile.</summary>
    public bool HasRoom(Source source) => gate.HasRoom(HostOf(source));

    private static string HostOf(Source source) => SourceUrl.HostOf(AskedAddress.Of(source));
}
