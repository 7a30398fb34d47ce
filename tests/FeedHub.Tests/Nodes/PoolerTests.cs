using System.Net.Http.Json;
using FeedHub.Model.Settings;
using FeedHub.Storage.Writing;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Nodes;

/// <summary>A pooler in transaction mode between FeedHub and its server.</summary>
[Trait("Storage", "sqlite")]
public sealed class PoolerTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [PoolerFact]
    public async Task APoolerThatGivesEachTransactionAnotherSession_IsRefused_AndIsWellForReadersWhereTheOwnerGoesPastIt()
    {
        await using var pooler = await Pooler.StartAsync();
        var usual = (await TestPostgres.ArgumentsAsync(_folder))[0];
        var direct = TestPostgres.ConnectionString(_folder);
        var through = $"--ConnectionStrings:FeedHub={pooler.Through(direct)}";
        var refused = await Assert.ThrowsAsync<StartException>(
            () => TestService.StartAsync(_folder, Feeds.Json(), settings: [usual, through]));
        Assert.Contains("Set ConnectionStrings:FeedHubDirect", refused.Message, StringComparison.Ordinal);

        _newsroom.Serve("/paper", Feeds.Rss(
            "Paper", Enumerable.Range(0, 20).Select(n => new Written($"{n}", $"https://paper.example/{n}", $"Story {n}"))));
        await using var one = await StartAsync("one", usual, through, $"--ConnectionStrings:FeedHubDirect={direct}");
        await using var two = await StartAsync("two", usual, through, $"--ConnectionStrings:FeedHubDirect={direct}");
        Assert.Equal("200, 20 new", await one.PollAsync("paper"));
        await TestService.UntilAsync(() => two.ItemsOf("/api/stories?limit=100"), stories => stories.Count == 20);

        // Many at a time, each by any session; and a decision beside them.
        var reading = Enumerable.Range(0, 60).Select(n => two.ItemsOf($"/api/stories?limit={(n % 20) + 1}"));
        var story = (await two.ItemsOf("/api/stories"))[0].GetProperty("id");
        (await two.Client.PostAsJsonAsync($"/api/stories/{story}/hidden", new { reason = "a test" })).EnsureSuccessStatusCode();
        await Task.WhenAll(reading);
        Assert.Equal(19, (await one.ItemsOf("/api/stories?limit=100")).Count);
        Assert.True(one.Services.GetRequiredService<INodes>().IsOwner);
    }

    private async Task<TestService> StartAsync(string node, params string[] settings) => await TestService.StartAsync(
        _folder,
        Feeds.Json(Feeds.Source(_newsroom.Url("/paper"), "Paper")),
        settings: [.. settings, $"--FeedHub:Node={node}", $"--FeedHub:DataDirectory={_folder.File(node)}"]);
}
