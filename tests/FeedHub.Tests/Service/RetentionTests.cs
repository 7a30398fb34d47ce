using FeedHub.Storage;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Service;

public sealed class RetentionTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task WhatIsOld_IsPurged_AndNeverComesBackAsNew()
    {
        var old = new Written("old", "https://alpha.example/old", "Of last year", DateTimeOffset.UtcNow.AddDays(-400));
        var young = new Written("new", "https://alpha.example/new", "Of today", DateTimeOffset.UtcNow.AddHours(-1));
        _newsroom.Serve("/a", Feeds.Rss("Alpha", young, old));
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha")));
        await service.PollAsync("alpha");

        Assert.StartsWith("1 stories", await service.Services.GetRequiredService<Retention>().RunAsync(CancellationToken.None), StringComparison.Ordinal);
        _newsroom.Serve("/a", Feeds.Rss("Alpha", young with { Title = "Of today, edited" }, old with { Title = "Of last year, edited" }));
        Assert.Equal("200, 0 new, 1 changed", await service.PollAsync("alpha"));

        Assert.Equal("Of today, edited", Assert.Single(await service.ItemsOf("/api/items")).GetProperty("title").GetString());
        Assert.Equal(1, (await service.GetJsonAsync("/api/sources/alpha")).GetProperty("items").GetInt32());
    }
}
