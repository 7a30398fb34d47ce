using System.Text.Json;
using FeedHub.Tests.Hosting;
using Npgsql;

namespace FeedHub.Tests.Polling.Sending;

/// <summary>Several FeedHubs that poll together, as processes of their own.</summary>
[Collection(Processes.Name)]
[Trait("Storage", "sqlite")]
public sealed class NodePollingTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private SeveralHosts _hosts = null!;
    private string[] _settings = [];

    public async Task InitializeAsync() => _hosts = await SeveralHosts.StartAsync(10);

    public async Task DisposeAsync()
    {
        await _hosts.DisposeAsync();
        _folder.Dispose();
    }

    [PostgresFact]
    public async Task TwoNodesPollTogether_EachHostOneAtATime_AndTheOwnerStoresWhatBothBring()
    {
        await WriteAsync(each: 4);
        await using var first = Start("one");
        using var one = await first.ClientAsync();
        await using var second = Start("two");
        using var two = await second.ClientAsync();
        await UntilAsync("SELECT count(*) FROM sources WHERE lastsuccessat IS NOT NULL", 40);
        await TestService.UntilAsync(() => NodesAsync(two), nodes => nodes.Count == 2);
        _hosts.Visits.Clear();

        _hosts.Items = 5;
        await RunAsync("UPDATE sources SET nextpollat = 1");
        await UntilAsync("SELECT sum(itemcount)::bigint FROM sources", 40 * 5);

        // One story of each own item, and one that they share.
        await UntilAsync("SELECT count(*) FROM stories", (40 * 4) + 1);
        await UntilAsync("SELECT count(*) FROM items", 40 * 5);
        await UntilAsync("SELECT count(*) FROM sentpolls", 0);
        Assert.Equal(await IdsAsync(one), await IdsAsync(two));
        List<Visit> visits = [.. _hosts.Visits.Where(visit => visit.Until is not null)];
        Assert.Contains(visits, visit => visit.Agent.Contains("node-one", StringComparison.Ordinal));
        Assert.Contains(visits, visit => visit.Agent.Contains("node-two", StringComparison.Ordinal));
        Assert.Equal(40, visits.Select(visit => visit.Host + visit.Path).Distinct().Count());
        Assert.Equal(40, visits.Count);
        foreach (var host in visits.GroupBy(visit => visit.Host))
        {
            var inOrder = host.OrderBy(visit => visit.From).ToList();
            Assert.All(inOrder.Zip(inOrder.Skip(1)), pair => Assert.True(pair.Second.From >= pair.First.Until, $"{pair}"));
        }

        await EndSessionsAmidPollsAsync();
    }

    // What both nodes were reading then is stored still, without asking for it again.
    private async Task EndSessionsAmidPollsAsync()
    {
        List<TaskCompletionSource> held = [.. _hosts.Names.Select(_hosts.Hold)];
        _hosts.Visits.Clear();
        _hosts.Items = 7;
        await RunAsync("UPDATE sources SET nextpollat = 1");
        var visits = await TestService.UntilAsync(
            () => Task.FromResult(_hosts.Visits.ToList()), visits => visits.Select(visit => visit.Agent).Distinct().Count() == 2);
        await RunAsync(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        held.ForEach(hold => hold.SetResult());
        foreach (var visit in visits)
        {
            await UntilAsync($"SELECT count(*) FROM sources WHERE url LIKE '%//{visit.Host}:%{visit.Path}' AND itemcount = 7", 1);
            Assert.Single(_hosts.Visits, other => (other.Host, other.Path) == (visit.Host, visit.Path) && other.Until is null);
        }
    }

    [PostgresFact]
    public async Task WhereANodeIsKilledAmidItsPolls_AnotherPollsItsHosts_AndNothingIsStoredTwice()
    {
        await WriteAsync(each: 2);
        await using var first = Start("one");
        using var one = await first.ClientAsync();
        await using var second = Start("two");
        using var two = await second.ClientAsync();
        await UntilAsync("SELECT count(*) FROM sources WHERE lastsuccessat IS NOT NULL", 20);
        await TestService.UntilAsync(() => NodesAsync(two), nodes => nodes.Count == 2);

        // Every host keeps a visitor waiting, until the other node holds one of them.
        List<TaskCompletionSource> held = [.. _hosts.Names.Select(_hosts.Hold)];
        _hosts.Visits.Clear();
        _hosts.Items = 4;
        await RunAsync("UPDATE sources SET nextpollat = 1 WHERE url LIKE '%f0'");
        await TestService.UntilAsync(
            () => Task.FromResult(_hosts.Visits), visits =>
                visits.Any(visit => visit.Agent.Contains("node-two", StringComparison.Ordinal)));
        await second.KillAsync();
        await AgeAsync("two");

        // Others of its hosts are due: who comes for these asks for those too that it had.
        await RunAsync("UPDATE sources SET nextpollat = 1 WHERE url LIKE '%f1'");
        held.ForEach(hold => hold.SetResult());

        await UntilAsync("SELECT sum(itemcount)::bigint FROM sources", 20 * 4);
        await UntilAsync("SELECT count(*) FROM stories", (20 * 3) + 1);
        await UntilAsync("SELECT count(*) FROM items", 20 * 4);
    }

    [PostgresFact]
    public async Task WhatANodeSentBeforeTheOwnerEnded_IsStoredByTheNextOwner()
    {
        await WriteAsync(each: 1);
        await using var first = Start("one");
        using var one = await first.ClientAsync();
        await using var second = Start("two");
        using var two = await second.ClientAsync();
        await UntilAsync("SELECT count(*) FROM sources WHERE lastsuccessat IS NOT NULL", 10);
        await TestService.UntilAsync(() => NodesAsync(two), nodes => nodes.Count == 2);

        // The owner cannot take anything: another transaction holds its number.
        await using var connection = new NpgsqlConnection(TestPostgres.ConnectionString(_folder));
        await connection.OpenAsync();
        await using var holding = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("SELECT epoch FROM owner WHERE id = 1 FOR UPDATE", connection, holding);
        await hold.ExecuteScalarAsync();
        _hosts.Items = 4;
        await RunAsync("UPDATE sources SET nextpollat = 1");
        await UntilMoreAsync("SELECT count(*) FROM sentpolls", 1);
        await first.KillAsync();
        await holding.RollbackAsync();
        await AgeAsync("one");

        await UntilAsync("SELECT sum(itemcount)::bigint FROM sources", 10 * 4);
        await UntilAsync("SELECT count(*) FROM items", 10 * 4);
        await UntilAsync("SELECT count(*) FROM sentpolls", 0);
        Assert.Equal([("two", true)], (await NodesAsync(two)).Where(node => node.Owner));
    }

    // As ten seconds later.
    private Task AgeAsync(string node) => RunAsync(
        $"UPDATE nodes SET seen = seen - 10000 WHERE name = '{node}'; "
            + $"UPDATE hostleases SET until = until - 10000 WHERE run IN (SELECT run FROM nodes WHERE name = '{node}')");

    private static async Task<IReadOnlyList<(string Name, bool Owner)>> NodesAsync(HttpClient node) =>
        [.. (await ListAsync(node, "/api/nodes")).Select(n => (n.GetProperty("name").GetString()!, n.GetProperty("owner").GetBoolean()))];

    private static async Task<IReadOnlyList<string>> IdsAsync(HttpClient node) =>
        [.. (await ListAsync(node, "/api/stories?limit=500")).Select(story => story.GetProperty("id").ToString())];

    private static async Task<IReadOnlyList<JsonElement>> ListAsync(HttpClient node, string address) =>
        [.. JsonDocument.Parse(await node.GetStringAsync(address)).RootElement.GetProperty("items").EnumerateArray()];

    private Task UntilAsync(string sql, long value) => TestService.UntilAsync(() => ValueAsync(sql), found => found == value);

    private Task UntilMoreAsync(string sql, long least) => TestService.UntilAsync(() => ValueAsync(sql), found => found >= least);

    private Task<long> ValueAsync(string sql) => RunAsync(sql);

    private async Task<long> RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(TestPostgres.ConnectionString(_folder));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() is long value ? value : 0;
    }

    private async Task WriteAsync(int each)
    {
        _folder.File("feeds.json", Feeds.Json(_hosts.Feeds(each).Select((url, i) => Feeds.Source(url, $"s{i}"))));
        _settings = await TestPostgres.EmptyAsync(_folder);
    }

    private FeedHubProcess Start(string name) => FeedHubProcess.Start(
        _folder,
        [
            "--urls", "http://127.0.0.1:0", "--FeedHub:FeedsFile=feeds.json", "--FeedHub:Network:AllowPrivateAddresses=true",
            "--FeedHub:Polling:HostGap=00:00:00", "--FeedHub:Polling:PerHost=1", "--FeedHub:Polling:Concurrency=2",
            $"--FeedHub:Polling:UserAgentSuffix=node-{name}", $"--FeedHub:Node={name}", $"--FeedHub:DataDirectory={name}", .. _settings,
        ]);
}
