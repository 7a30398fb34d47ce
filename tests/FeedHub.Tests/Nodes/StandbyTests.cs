using FeedHub.Ingesting;
using FeedHub.Storage.Writing;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Nodes;

/// <summary>A node that stands by has in memory what the owner matches by.</summary>
[Trait("Storage", "sqlite")]
public sealed class StandbyTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [PostgresFact]
    public async Task WhatTheOwnerStores_ChangesAndTakesAway_TheStandbyFollows_AndMatchesByItOnceItTakesOver()
    {
        await using var two = await RunTwoAsync();
        var live = two.Services.GetRequiredService<LiveStories>();
        Assert.Equal(3, live.Count);

        // The other paper's copies join by what the standby read: a story as it was, and one whose lead was corrected.
        await TestService.UntilAsync(
            () => Task.FromResult(two.Services.GetRequiredService<INodes>().IsOwner), isOwner => isOwner);
        _newsroom.Serve(
            "/b", Feeds.Rss("Other", Of("b", "x", Dam), Of("b", "y", Bridge)));
        Assert.Equal("200, 2 new", await two.PollAsync("other"));
        Assert.Equal(3, live.Count);
        Assert.Equal(3, (await two.ItemsOf("/api/stories")).Count);
    }

    private const string Dam = "Engineers close the cracked dam above the valley for three winters of repair";
    private const string Bridge = "The ferry company sells its last wooden steamer to a museum of the harbour town";
    private const string Orchard = "Late frost ruins the apricot orchards of eleven villages beside the lake";
    private const string Library = "A travelling library reaches the mountain schools by mule after the storm";

    // Until the owner has ended.
    private async Task<TestService> RunTwoAsync()
    {
        Serve(("1", Dam), ("2", Orchard));
        _newsroom.Serve("/b", Feeds.Rss("Other"));
        await using var one = await StartAsync("one");
        var two = await StartAsync("two");
        var (writer, live) = (two.Services.GetRequiredService<DatabaseWriter>(), two.Services.GetRequiredService<LiveStories>());
        await one.PollAsync("paper");
        await writer.FollowAsync(CancellationToken.None);
        Assert.Equal(2, live.Count);

        var stories = await one.ItemsOf("/api/stories");
        var orchard = stories.Single(story => story.GetProperty("title").GetString() == Orchard).GetProperty("id");
        (await one.Client.DeleteAsync($"/api/stories/{orchard}")).EnsureSuccessStatusCode();
        Serve(("1", Dam), ("3", Library), ("4", "The ferry"));
        await one.PollAsync("paper");
        await writer.FollowAsync(CancellationToken.None);
        Assert.Equal(3, live.Count);

        Serve(("1", Dam), ("3", Library), ("4", Bridge));
        await one.PollAsync("paper");
        await writer.FollowAsync(CancellationToken.None);
        return two;
    }

    private void Serve(params (string Id, string Title)[] items) => _newsroom.Serve(
        "/a", Feeds.Rss("Paper", [.. items.Select(item => Of("a", item.Id, item.Title))]));

    private static Written Of(string paper, string id, string text) =>
        new(id, $"https://{paper}.example/{id}", text, Description: $"{text}, as the council said on Tuesday. {text} again.");

    private async Task<TestService> StartAsync(string node) => await TestService.StartAsync(
        _folder,
        Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Paper"), Feeds.Source(_newsroom.Url("/b"), "Other")),
        settings:
        [
            .. await TestPostgres.ArgumentsAsync(_folder), $"--FeedHub:Node={node}", $"--FeedHub:DataDirectory={_folder.File(node)}",
        ]);
}
