using System.Diagnostics;
using FeedHub.Tests.Hosting;

namespace FeedHub.Benchmarks.Nodes;

/// <summary>What happens to an owner.</summary>
internal enum TakeOver
{
    Kill,
    Stop,
    Stall,
}

/// <summary>Three nodes, one of them behind a relay that can stall.</summary>
internal sealed class TakeOverNodes(string folder, NodeDatabase database, Relay relay) : IAsyncDisposable
{
    private const string Relayed = "relayed";
    private const string OwnerName = "SELECT n.name FROM nodes n JOIN owner o ON o.run = n.run WHERE n.seen > feedhub_now() - 3000";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, MeasuredNode> _nodes = [];

    /// <summary>Starts them; returns once each has read what is stored.</summary>
    public async Task StartAsync(params string[] settings)
    {
        foreach (var name in new[] { Relayed, "one", "two" })
            await StartAsync(name, settings);
        await WarmAsync();
        Console.WriteLine(FormattableString.Invariant(
            $"memory with the index: {string.Join(", ", _nodes.Values.Select(node => FormattableString.Invariant($"{node.Name} {node.Megabytes("VmRSS"):F0} MB")))}"));
    }

    /// <summary>Disturbs the owner; returns after how many seconds another has the right to store, and after how many it has
    /// stored.</summary>
    public async Task<(double Right, double Stored)> DisturbAsync(TakeOver what, params string[] settings)
    {
        await WarmAsync();
        var owner = what == TakeOver.Stall ? await GiveToRelayedAsync(settings) : await OwnerAsync();
        var (epoch, began) = (await EpochAsync(), Stopwatch.GetTimestamp());
        await BeginAsync(what, owner);
        await database.UntilAsync($"SELECT epoch > {epoch} FROM owner");
        var (right, items) = (Stopwatch.GetElapsedTime(began), await ItemsAsync());
        await database.UntilAsync($"SELECT max(id) > {items} FROM items");
        var stored = Stopwatch.GetElapsedTime(began);
        await EndAsync(what, owner, settings);
        return (right.TotalSeconds, stored.TotalSeconds);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes.Values)
            await node.DisposeAsync();
    }

    private async Task StartAsync(string name, string[] settings)
    {
        var address = database.Address;
        if (name == Relayed)
            (address.Host, address.Port) = ("127.0.0.1", relay.Port);
        _nodes[name] = await MeasuredNode.StartAsync(name, folder, address, settings);
    }

    // Who takes over is not chosen: others step back until it is the one behind the relay.
    private async Task<string> GiveToRelayedAsync(string[] settings)
    {
        while (await OwnerAsync() is var owner && owner != Relayed)
        {
            await BeginAsync(TakeOver.Kill, owner);
            await database.UntilAsync($"SELECT coalesce(({OwnerName}), '{owner}') <> '{owner}'");
            await EndAsync(TakeOver.Kill, owner, settings);
            await WarmAsync();
        }

        return Relayed;
    }

    private async Task BeginAsync(TakeOver what, string owner)
    {
        if (what == TakeOver.Kill)
            await _nodes[owner].DisposeAsync();
        else if (what == TakeOver.Stop)
            await _nodes[owner].SignalAsync("STOP");
        else
            relay.Stall();
    }

    private async Task EndAsync(TakeOver what, string owner, string[] settings)
    {
        if (what == TakeOver.Kill)
        {
            await StartAsync(owner, settings);
        }
        else if (what == TakeOver.Stop)
        {
            await _nodes[owner].SignalAsync("CONT");
        }
        else
        {
            relay.Cut();
            relay.Flow();
            relay.Mend();
        }

        await database.UntilAsync($"SELECT count(*) = {_nodes.Count} FROM nodes WHERE seen > feedhub_now() - 3000");
    }

    private async Task WarmAsync()
    {
        foreach (var node in _nodes.Values)
            await node.QuietAsync(Patience, share: 0.3);
    }

    private async Task<string> OwnerAsync()
    {
        await database.UntilAsync($"SELECT EXISTS ({OwnerName})");
        return (await database.AskAsync<string>(OwnerName))!;
    }

    private Task<long> EpochAsync() => database.AskAsync<long>("SELECT epoch FROM owner");

    private Task<long> ItemsAsync() => database.AskAsync<long>("SELECT max(id) FROM items");
}
