using System.Diagnostics;
using FeedHub.Fetching;
using FeedHub.Model.Settings;
using FeedHub.Storage.Writing;
using Microsoft.Extensions.Options;

namespace FeedHub.Polling.Sending;

/// <summary>
/// The hosts that this node polls, where several share a database: one node at a host at a time, so that <c>Polling:PerHost</c>,
/// <c>Polling:HostGap</c> and rests hold for all of them. A claim is renewed while a job or a request is at the host, and then left; or
/// before, where another node waits for it.
/// </summary>
public sealed partial class HostClaims(
    IHostLeases leases, HostLanes lanes, INodes nodes, IOptions<FeedHubOptions> options, ILogger<HostClaims> log)
    : BackgroundService, IHostRights
{
    /// <summary>So long after a node's last renewal its hosts are free.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    /// <summary>So long after it the node itself begins nothing more.</summary>
    private static readonly TimeSpan Safe = TimeSpan.FromSeconds(7);

    /// <summary>A host that nobody is at is kept for so long: often the next one comes at once.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(0.5);

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    /// <summary>A request that waits for longer asks the node that has the host to leave it.</summary>
    private static readonly TimeSpan BeforeAsking = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan BetweenAsking = TimeSpan.FromSeconds(2);

    private readonly Lock _padlock = new();
    private readonly Dictionary<string, Claim> _claims = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>True if more hosts had something due than this node took.</summary>
    public bool IsShort { get; private set; }

    /// <summary>True if this node has workers for more hosts.</summary>
    public bool HasRoom => lanes.Hosts < options.Value.Polling.Concurrency;

    /// <summary>Of these hosts those that this node may poll now: all that are free where it is alone, else no more than it has workers
    /// for.</summary>
    /// <param name="hosts">Those that have something due, the most urgent first.</param>
    public async Task<IReadOnlySet<string>> ShareAsync(IReadOnlyList<string> hosts)
    {
        var room = nodes.HasOthers ? Math.Max(0, options.Value.Polling.Concurrency - lanes.Hosts) : int.MaxValue;
        List<string> further = [.. hosts.Where(host => !lanes.Has(host))];
        IsShort = further.Count > room;
        var taken = room == 0 || further.Count == 0 ? [] : await ClaimAsync(further, room);
        return taken.Concat(hosts.Where(lanes.Has)).ToHashSet(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public async ValueTask<IDisposable?> EnterAsync(string host, TimeSpan patience, CancellationToken cancellation)
    {
        var asking = BeforeAsking;
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(BetweenTries, cancellation))
        {
            if ((Stay(host) ?? await ClaimedAsync(host)) is { } stay)
                return stay;
            var waited = Stopwatch.GetElapsedTime(began);
            if (waited + BetweenTries > patience)
                return null;
            if (waited < asking)
                continue;
            asking += BetweenAsking;
            await leases.WantAsync(host);
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(() => ReleaseAsync(_ => true));
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _oneAtATime.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync(RenewAsync);
            await TryAsync(() => ReleaseAsync(IsIdle));
            if (nodes.IsOwner)
                await TryAsync(leases.FreeAsync);
        }
    }

    private async Task<IDisposable?> ClaimedAsync(string host) => (await ClaimAsync([host], 1)).Count > 0 ? Stay(host) : null;

    private IDisposable? Stay(string host)
    {
        lock (_padlock)
        {
            if (!_claims.TryGetValue(host, out var claim) || claim.IsWanted || Stopwatch.GetElapsedTime(claim.Since) >= Safe)
                return null;
            claim.Stays++;
            return new Leaving(() => Leave(claim));
        }
    }

    private void Leave(Claim claim)
    {
        lock (_padlock)
            (claim.Stays, claim.Used) = (claim.Stays - 1, Stopwatch.GetTimestamp());
    }

    private Task<IReadOnlyList<string>> ClaimAsync(IReadOnlyList<string> hosts, int most) => InTurnAsync(async () =>
    {
        var since = Stopwatch.GetTimestamp();
        var taken = await leases.ClaimAsync(hosts, most, Length);
        Renewed(taken, since, isTaken: true);
        return taken;
    });

    private Task RenewAsync() => InTurnAsync(async () =>
    {
        var since = Stopwatch.GetTimestamp();
        List<string> mine;
        lock (_padlock)
            mine = [.. _claims.Keys];
        if (mine.Count == 0)
            return 0;
        var kept = (await leases.RenewAsync(mine, Length)).ToDictionary(host => host.Host, StringComparer.Ordinal);
        Renewed(kept.Keys, since);
        Want(kept.Values);
        return Forgotten(host => mine.Contains(host) && !kept.ContainsKey(host)).Count;
    });

    // Forgotten first: who enters meanwhile claims it again, after it was left.
    private Task ReleaseAsync(Func<string, bool> isOver) => InTurnAsync(async () =>
    {
        var left = Forgotten(isOver);
        if (left.Count == 0)
            return 0;
        await leases.ReleaseAsync(left, options.Value.Polling.HostGap);
        return left.Count;
    });

    private bool IsIdle(string host) =>
        _claims[host] is { Stays: 0 } claim
            && (claim.IsWanted || (Stopwatch.GetElapsedTime(claim.Used) >= Idle && !lanes.Has(host)));

    private void Want(IEnumerable<KeptHost> hosts)
    {
        lock (_padlock)
        {
            foreach (var host in hosts)
            {
                if (_claims.TryGetValue(host.Host, out var claim))
                    claim.IsWanted = host.IsWanted;
            }
        }
    }

    private List<string> Forgotten(Func<string, bool> which)
    {
        lock (_padlock)
        {
            List<string> hosts = [.. _claims.Keys.Where(which)];
            hosts.ForEach(host => _claims.Remove(host));
            return hosts;
        }
    }

    private void Renewed(IEnumerable<string> hosts, long since, bool isTaken = false)
    {
        lock (_padlock)
        {
            foreach (var host in hosts)
            {
                if (!_claims.TryGetValue(host, out var claim))
                    _claims.Add(host, claim = new());
                (claim.Since, claim.Used) = (since, isTaken ? since : claim.Used);
            }
        }
    }

    // What is written must not overtake what was written before.
    private async Task<T> InTurnAsync<T>(Func<Task<T>> work)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception error)
        {
            LogFailed(error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The hosts that this node polls could not be renewed: {Words}")]
    private partial void LogFailed(string words);

    private sealed class Claim
    {
        public long Since { get; set; }

        public long Used { get; set; } = Stopwatch.GetTimestamp();

        public int Stays { get; set; }

        // Nobody enters any more: another node waits until the last one has left.
        public bool IsWanted { get; set; }
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        private int _over;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _over, 1) == 0)
                leave();
        }
    }
}
