using System.Threading.Channels;
using Hangfire;

namespace FeedHub.Hub;

/// <summary>
/// The hub's calls on their way: each waits once, however often it is found due, in a line of its kind. It lives in memory; what is due
/// stands in the database.
/// </summary>
internal sealed class HubQueue(IBackgroundJobClient jobs, HubRequesters requesters, SubscriberPaces paces)
{
    /// <summary>Workers of its own: what is announced waits for no other work.</summary>
    public const string Name = "hub";

    // A call that waits for an answer costs a connection and no thread: hundreds that are silent leave room for others.
    private static readonly LineLimits Verifying = new(InAll: 256, PerRequester: 64, PerHost: 4);
    private static readonly LineLimits Pushing = new(InAll: 256, PerRequester: 256, PerHost: 8);
    private static readonly LineLimits VerifyingSlowly = new(InAll: 64, PerRequester: 16, PerHost: 4);
    private static readonly LineLimits PushingSlowly = new(InAll: 64, PerRequester: 64, PerHost: 4);

    private readonly Lock _lock = new();
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    // In the order of HubLane.
    private readonly FairLine[] _lines = [new(Verifying), new(VerifyingSlowly), new(Pushing), new(Pushing), new(PushingSlowly)];

    /// <summary>Calls that wait, and calls at work.</summary>
    public (int Waiting, int AtWork) Counts
    {
        get
        {
            lock (_lock)
                return (_lines.Sum(line => line.Waiting), _lines.Sum(line => line.AtWork));
        }
    }

    /// <summary>Looks soon which topics have news.</summary>
    public void Announce() => jobs.Enqueue<HubJobs>(hub => hub.AnnounceAsync(CancellationToken.None));

    /// <summary>A request is to be verified.</summary>
    /// <param name="id">Its key.</param>
    /// <param name="host">The callback's host.</param>
    /// <param name="wasSilent">Whether it was asked before and did not answer.</param>
    public void Verify(long id, string host, bool wasSilent) =>
        Add(new(wasSilent ? HubLane.VerifySlow : HubLane.Verify, id, host, requesters.Of(id)));

    /// <summary>A subscriber is to be told.</summary>
    public void Push(long id, string host) => Add(new(paces.LaneOf(id), id, host, ""));

    /// <summary>A request is gone: nobody is asked about it any more.</summary>
    public void Forget(long requestId)
    {
        requesters.Remove(requestId);
        lock (_lock)
            _ = _lines[(int)HubLane.Verify].Remove(requestId) || _lines[(int)HubLane.VerifySlow].Remove(requestId);
    }

    /// <summary>Waits for the next call that may be made.</summary>
    public async Task<HubCall> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (Next() is { } call)
                return call;
            await _signal.Reader.ReadAsync(cancellation);
        }
    }

    /// <summary>A call has ended: another may begin.</summary>
    public void Done(HubCall call)
    {
        lock (_lock)
            _lines[(int)call.Lane].Done(call);
        _signal.Writer.TryWrite(true);
    }

    private void Add(HubCall call)
    {
        lock (_lock)
            _lines[(int)call.Lane].TryAdd(call);
        _signal.Writer.TryWrite(true);
    }

    private HubCall? Next()
    {
        lock (_lock)
            return _lines.Select(line => line.Next()).FirstOrDefault(call => call is not null);
    }
}
