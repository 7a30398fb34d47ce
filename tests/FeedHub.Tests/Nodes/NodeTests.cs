using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using FeedHub.Tests.Hosting;
using Npgsql;

namespace FeedHub.Tests.Nodes;

/// <summary>Several FeedHubs on one database, as processes of their own.</summary>
[Collection(Processes.Name)]
[Trait("Storage", "sqlite")]
public sealed class NodeTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private string[] _settings = [];

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [PostgresFact]
    public async Task EveryNodeServes_AndSaysWhoStores()
    {
        await WriteAsync(sources: 3);
        await using var first = Start("one");
        using var one = await first.ClientAsync();
        await using var second = Start("two");
        using var two = await second.ClientAsync();

        await TestService.UntilAsync(() => ItemsAsync(two), items => items == 30);
        Assert.Equal([("one", true), ("two", false)], await NodesAsync(two));
        Assert.Equal([("one", true), ("two", false)], await NodesAsync(one));
        Assert.Contains("Node two: serves readers", await two.GetStringAsync("/healthz/ready"), StringComparison.Ordinal);
        Assert.Contains("Node one: stores", await one.GetStringAsync("/healthz/ready"), StringComparison.Ordinal);
        Assert.Contains("serves readers", await two.GetStringAsync("/hangfire/nodes"), StringComparison.Ordinal);
        Assert.Equal(await IdsAsync(one), await IdsAsync(two));

        // What comes later shows on the other node too.
        _newsroom.Serve("/s0", Feeds.Rss("s0", new Written("late", "https://paper.example/late", "A late story of the day")));
        (await one.PostAsync("/api/sources/s0/poll", null)).EnsureSuccessStatusCode();
        await TestService.UntilAsync(() => two.GetStringAsync("/feed.json"), feed =>
            feed.Contains("A late story", StringComparison.Ordinal));

        Assert.Equal(0, await first.TerminateAsync());
        await TestService.UntilAsync(() => NodesAsync(two), nodes => nodes is [("two", true)]);
    }

    [PostgresFact]
    public async Task WhatAPersonDecidesOnANodeThatDoesNotStore_IsDoneByTheOwner_AndSeenOnAll()
    {
        await WriteAsync(sources: 2);
        await using var first = Start("one");
        using var one = await first.ClientAsync();
        await using var second = Start("two");
        using var two = await second.ClientAsync();
        await TestService.UntilAsync(() => ItemsAsync(two), items => items == 20);
        var story = (await IdsAsync(two))[0];

        (await two.PostAsJsonAsync($"/api/stories/{story}/hidden", new { reason = "a test" })).EnsureSuccessStatusCode();
        Assert.DoesNotContain(story, await IdsAsync(two));
        Assert.DoesNotContain(story, await IdsAsync(one));

        using var key = JsonDocument.Parse(
            await (await two.PostAsJsonAsync("/api/keys", new { name = "a test", @for = "admin" })).EnsureSuccessStatusCode().Content
                .ReadAsStringAsync());
        Assert.Equal("a test", (await ListAsync(one, "/api/keys"))[0].GetProperty("name").GetString());
        Assert.Equal("a test", (await ListAsync(two, "/api/keys"))[0].GetProperty("name").GetString());
        var rules = """{ "categories": [], "drop": [ { "title": "Tests of nodes", "any": ["unheard of"] } ] }""";
        (await two.PutAsync("/api/rules", new StringContent(rules, null, "application/json"))).EnsureSuccessStatusCode();
        Assert.Contains("Tests of nodes", await two.GetStringAsync("/api/rules"), StringComparison.Ordinal);
        Assert.Contains("Tests of nodes", await one.GetStringAsync("/api/rules"), StringComparison.Ordinal);

        // A form of the dashboard with its token, and what an admin set.
        var token = Regex.Match(await two.GetStringAsync("/hangfire/sources/s1"), "__RequestVerificationToken\" value=\"([^\"]+)")
            .Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        (await two.PostAsync("/hangfire/sources/s1/pause", form)).EnsureSuccessStatusCode();
        Assert.Equal("paused", (await JsonAsync(one, "/api/sources/s1")).GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await two.DeleteAsync("/api/stories/999999")).StatusCode);
    }

    [PostgresFact]
    public async Task WhereTheOwnerIsKilled_AnotherTakesOver_AndWhatWasAskedMeanwhileIsDone()
    {
        await WriteAsync(sources: 2);
        await using var first = Start("one");
        using var one = await first.ClientAsync();
        await using var second = Start("two");
        using var two = await second.ClientAsync();
        await TestService.UntilAsync(() => ItemsAsync(two), items => items == 20);
        var story = (await IdsAsync(two))[0];

        await first.KillAsync();
        var answer = await two.PostAsJsonAsync($"/api/stories/{story}/hidden", new { reason = "a test" });
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        await TestService.UntilAsync(() => NodesAsync(two), nodes => nodes.Contains(("two", true)));
        await TestService.UntilAsync(() => IdsAsync(two), ids => !ids.Contains(story));
        _newsroom.Serve("/s0", Feeds.Rss("s0", new Written("late", "https://paper.example/late", "A late story of the day")));
        (await two.PostAsync("/api/sources/s0/poll", null)).EnsureSuccessStatusCode();
        await TestService.UntilAsync(() => ItemsAsync(two), items => items == 21);
    }

    [PostgresFact]
    public async Task AnOwnerThatWasStopped_AndWakesUp_StoresNothing_AndServesReaders()
    {
        await WriteAsync(sources: 2);
        await using var first = Start("one");
        using var one = await first.ClientAsync();
        await using var second = Start("two");
        using var two = await second.ClientAsync();
        await TestService.UntilAsync(() => ItemsAsync(two), items => items == 20);

        await SignalAsync("STOP", first);
        await TestService.UntilAsync(() => NodesAsync(two), nodes => nodes.Contains(("two", true)));
        _newsroom.Serve("/s0", Feeds.Rss("s0", new Written("late", "https://paper.example/late", "A late story of the day")));
        (await two.PostAsync("/api/sources/s0/poll", null)).EnsureSuccessStatusCode();
        await TestService.UntilAsync(() => ItemsAsync(two), items => items == 21);

        await SignalAsync("CONT", first);
        await TestService.UntilAsync(() => NodesAsync(one), nodes => nodes is [("two", true), ("one", false)]);
        await TestService.UntilAsync(() => one.GetStringAsync("/feed.json"), feed =>
            feed.Contains("A late story", StringComparison.Ordinal));
        await TestService.UntilAsync(
            async () => await (await one.GetAsync("/healthz/ready")).Content.ReadAsStringAsync(),
            words => words.Contains("Node one: serves readers", StringComparison.Ordinal));
        (await one.PostAsync("/api/sources/s1/poll", null)).EnsureSuccessStatusCode();
        Assert.Equal(await IdsAsync(two), await IdsAsync(one));
        Assert.Equal("21 21 21 21", await CountsAsync());
    }

    private static async Task<IReadOnlyList<(string Name, bool Owner)>> NodesAsync(HttpClient node) =>
        [.. (await ListAsync(node, "/api/nodes")).Select(n => (n.GetProperty("name").GetString()!, n.GetProperty("owner").GetBoolean()))];

    private static async Task<int> ItemsAsync(HttpClient node) => (await JsonAsync(node, "/api/stats")).GetProperty("items").GetInt32();

    private static async Task<IReadOnlyList<string>> IdsAsync(HttpClient node) =>
        [.. (await ListAsync(node, "/api/stories?limit=500")).Select(story => story.GetProperty("id").ToString())];

    private static async Task<IReadOnlyList<JsonElement>> ListAsync(HttpClient node, string address) =>
        [.. (await JsonAsync(node, address)).GetProperty("items").EnumerateArray()];

    private static async Task<JsonElement> JsonAsync(HttpClient node, string address) =>
        JsonDocument.Parse(await node.GetStringAsync(address)).RootElement;

    private static async Task SignalAsync(string signal, FeedHubProcess process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private async Task<string> CountsAsync()
    {
        await using var connection = new NpgsqlConnection(TestPostgres.ConnectionString(_folder));
        await connection.OpenAsync();
        await using var count = new NpgsqlCommand(
            "SELECT count(*) || ' ' || count(DISTINCT guid) || ' ' || (SELECT sum(itemcount) FROM sources) || ' ' || (SELECT count(*) FROM "
                + "stories) FROM items",
            connection);
        return (string)(await count.ExecuteScalarAsync())!;
    }

    private async Task WriteAsync(int sources)
    {
        string[] paths = [.. Enumerable.Range(0, sources).Select(n => $"/s{n}")];
        foreach (var path in paths)
            _newsroom.Serve(path, Feeds.Rss(
                path[1..],
                Enumerable.Range(0, 10)
                    .Select(i => new Written($"{path}:{i}", $"https://paper.example{path}/{i}", $"Story {i} of {path}"))));
        _folder.File("feeds.json", Feeds.Json(paths.Select(path => Feeds.Source(_newsroom.Url(path), path[1..]))));
        _settings = await TestPostgres.EmptyAsync(_folder);
    }

    private FeedHubProcess Start(string name) => FeedHubProcess.Start(
        _folder,
        [
            "--urls", "http://127.0.0.1:0", "--FeedHub:FeedsFile=feeds.json", "--FeedHub:Network:AllowPrivateAddresses=true",
            "--FeedHub:Polling:HostGap=00:00:00", "--FeedHub:Polling:PerHost=8", $"--FeedHub:Node={name}",
            $"--FeedHub:DataDirectory={name}",
            .. _settings,
        ]);
}
