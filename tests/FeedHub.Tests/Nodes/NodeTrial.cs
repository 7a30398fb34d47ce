using System.Diagnostics;
using FeedHub.Tests.Hosting;
using Npgsql;
using Xunit.Abstractions;

namespace FeedHub.Tests.Nodes;

/// <summary>
/// Three nodes, disturbed again and again while they store and serve: at the end their database says what one node with SQLite says of the
/// same items in the same order.
/// </summary>
[Collection(Processes.Name)]
[Trait("Storage", "sqlite")]
public sealed class NodeTrial(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Rows = "SELECT string_agg(i.guid || '=' || i.id || '@' || i.storyid, ' ' ORDER BY i.id) FROM items i";

    private readonly TempFolder _folder = new();
    private readonly TempFolder _alone = new();
    private readonly Random _random = new(TrialFactAttribute.Seed);
    private readonly Dictionary<string, List<TimeSpan>> _takeOvers = [];
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() =>
        _newsroom = await FakeNewsroom.StartAsync(Math.Max(1, TrialFactAttribute.Sources / TrialPublishers.AtHost));

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
        _alone.Dispose();
    }

    [TrialFact]
    public async Task WhateverHappensToThem_ThreeNodesStoreWhatOneNodeStores_AndReadersSeeEachStoryOnce()
    {
        var publishers = new TrialPublishers(_newsroom, TrialFactAttribute.Sources, TrialFactAttribute.Seed);
        publishers.Publish(40);
        _folder.File("feeds.json", publishers.FeedsJson);
        await using var nodes = await TrialNodes.StartAsync(_folder);
        using var end = new CancellationTokenSource();
        var reader = new TrialReader(nodes);
        var reading = reader.RunAsync(end.Token);
        for (var i = 0; i < TrialFactAttribute.Times; i++)
        {
            publishers.Publish(10);
            await Task.Delay(_random.Next(500, 3000));
            await DisturbAsync(nodes, reader);
        }

        await TestService.UntilAsync(
            () => nodes.AskAsync("SELECT count(*)::int FROM items"), items => items is int stored && stored == publishers.Items);
        await end.CancelAsync();
        await reading;
        var stop = await nodes.StopStalledAsync();
        output.WriteLine($"a stop behind a network that stalls took {stop}");
        foreach (var (what, times) in _takeOvers)
            output.WriteLine($"{what}: {times.Count} take-overs, median {times.Order().ElementAt(times.Count / 2)}, most {times.Max()}");
        output.WriteLine($"{publishers.Items} items; asked too soon {publishers.TooOften.Count} times; {reader.Words}");
        foreach (var words in publishers.TooOften)
            output.WriteLine(words);
        Assert.True(reader.Wrong.Count == 0, string.Join("; ", reader.Wrong));
        Assert.InRange(stop, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        await CompareAsync(nodes, (string)(await nodes.AskAsync(Rows))!);
        Assert.Empty(publishers.TooOften);
    }

    private async Task DisturbAsync(TrialNodes nodes, TrialReader reader)
    {
        await TestService.UntilAsync(nodes.OwnerAsync, owner => owner >= 0);
        var owner = await nodes.OwnerAsync();
        var what = _random.Next(10);
        output.WriteLine($"{DateTime.UtcNow:HH:mm:ss} {what} owner {owner}");
        if (what < 4)
            await KillAsync(nodes, reader, owner);
        else if (what < 6)
            await KillAsync(nodes, reader, (owner + 1 + _random.Next(nodes.Count - 1)) % nodes.Count);
        else if (what < 8)
            await StopAsync(nodes, reader, owner);
        else if (what == 8)
            await StallAsync(nodes, reader, owner);
        else
            await RestartServerAsync(nodes, reader);
    }

    private async Task KillAsync(TrialNodes nodes, TrialReader reader, int node)
    {
        var isOwner = await nodes.OwnerAsync() == node;
        reader.Excuse(node);
        await nodes.KillAsync(node);
        if (isOwner)
            Note("kill -9", await nodes.TakenOverAsync(node));
        await nodes.StartAsync(node);
        reader.Expect(node);
    }

    private async Task StopAsync(TrialNodes nodes, TrialReader reader, int owner)
    {
        reader.Excuse(owner);
        await nodes.SignalAsync(owner, "STOP");
        Note("SIGSTOP", await nodes.TakenOverAsync(owner));
        await Task.Delay(_random.Next(2000));
        await nodes.SignalAsync(owner, "CONT");
        reader.Expect(owner);
    }

    // The last node's network stalls; whether it is the owner or not.
    private async Task StallAsync(TrialNodes nodes, TrialReader reader, int owner)
    {
        reader.Excuse(nodes.Count - 1);
        nodes.Relay.Stall();
        if (owner == nodes.Count - 1)
            Note("stalled relay", await nodes.TakenOverAsync(owner));
        else
            await Task.Delay(TimeSpan.FromSeconds(6));
        nodes.Relay.Cut();
        nodes.Relay.Flow();
        nodes.Relay.Mend();
        await TestService.UntilAsync(
            async () => (await nodes.Client(nodes.Count - 1).GetAsync("/healthz/ready")).IsSuccessStatusCode, isReady => isReady);
        reader.Expect(nodes.Count - 1);
    }

    // The server starts again, where it is the trial's own; else its sessions end.
    private static async Task RestartServerAsync(TrialNodes nodes, TrialReader reader)
    {
        for (var node = 0; node < nodes.Count; node++)
            reader.Excuse(node);
        if (Environment.GetEnvironmentVariable("FEEDHUB_TRIAL_RESTART") is { Length: > 0 } restart)
        {
            using var shell = Process.Start("bash", ["-c", restart]);
            await shell.WaitForExitAsync();
            Assert.Equal(0, shell.ExitCode);
        }
        else
        {
            await nodes.AskAsync(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() "
                    + "AND pid <> pg_backend_pid()");
        }

        for (var node = 0; node < nodes.Count; node++)
        {
            var client = nodes.Client(node);
            await TestService.UntilAsync(async () => (await client.GetAsync("/healthz/ready")).IsSuccessStatusCode, isReady => isReady);
            reader.Expect(node);
        }
    }

    private void Note(string what, TimeSpan took)
    {
        if (!_takeOvers.TryGetValue(what, out var times))
            _takeOvers.Add(what, times = []);
        times.Add(took);
    }

    // Every item by itself, in the order in which the owners stored them.
    private async Task CompareAsync(TrialNodes nodes, string rows)
    {
        Assert.Equal(0L, await nodes.AskAsync("SELECT count(*) - count(DISTINCT guid) FROM items"));
        await using var alone = await TestService.StartAsync(_alone, await File.ReadAllTextAsync(_folder.File("feeds.json")));
        foreach (var guid in rows.Split(' ').Select(row => row.Split('=')[0]))
        {
            var (source, item) = (guid.Split(':')[0], await ItemAsync(guid));
            _newsroom.Serve($"/{source}", Feeds.Rss(source, item));
            Assert.Equal((guid, "200, 1 new"), (guid, await alone.PollAsync(source)));
        }

        await using var db = await alone.DatabaseAsync();
        var same = db.Items.OrderBy(item => item.Id).Select(item => item.Guid + "=" + item.Id + "@" + item.StoryId).ToList();
        Assert.Equal(rows.Split(' '), same);
    }

    private async Task<Written> ItemAsync(string guid)
    {
        await using var connection = new NpgsqlConnection(TestPostgres.ConnectionString(_folder));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT url, title, coalesce(summaryhtml, contenthtml), publishedat FROM items WHERE guid = $1", connection);
        command.Parameters.Add(new() { Value = guid });
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return new(guid, row.GetString(0), row.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)), row.GetString(2));
    }
}
