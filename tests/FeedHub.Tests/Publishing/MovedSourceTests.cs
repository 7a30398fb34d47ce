using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Publishing;

/// <summary>A source that gets a new address in feeds.json is the same publisher to readers.</summary>
public sealed class MovedSourceTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("", "old.example")]
    [InlineData("n", "old.example")]
    [InlineData("", "new.example")]
    [InlineData("n", "new.example")]
    public async Task ItsEntries_AreNotAlsoInThemselves(string guids, string host)
    {
        var before = await FirstAsync();
        await using var service = await MovedAsync(guids, host);
        var entry = Assert.Single(await service.ItemsOf("/feed.json"));
        Assert.Equal(before, entry.GetProperty("id").GetString());
        Assert.Equal(0, entry.GetProperty("_feedhub").GetProperty("also").GetArrayLength());
        Assert.Equal(_newsroom.Url("/new"), entry.GetProperty("_feedhub").GetProperty("source").GetProperty("feed_url").GetString());
        Assert.Equal($"https://{host}/1", entry.GetProperty("url").GetString());
        foreach (var address in new[] { "/feed.rss", "/feed.atom", "/", "/stories/1" })
        {
            var text = await service.Client.GetStringAsync(address);
            Assert.DoesNotContain("Juga di", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Also in", text, StringComparison.Ordinal);
            Assert.DoesNotContain("rel=\"related\"", text, StringComparison.Ordinal);
        }

        Assert.Single(await service.ItemsOf("/api/items"));
        Assert.Single(await service.ItemsOf("/feed.json?source=laut"));
    }

    [Fact]
    public async Task ItKeepsItsId_AndSaysWhereItWas()
    {
        await FirstAsync();
        await using var service = await MovedAsync("", "old.example");
        var source = Assert.Single(await service.ItemsOf("/api/sources"));
        Assert.Equal("laut", source.GetProperty("id").GetString());
        Assert.Equal(_newsroom.Url("/new"), source.GetProperty("url").GetString());
        Assert.Equal(_newsroom.Url("/old"), source.GetProperty("former_url").GetString());
        Assert.Equal("active", source.GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("1", "kapal", 1)]
    [InlineData("9", "pelabuhan", 2)]
    public async Task WithoutATitle_AnotherAddressIsAnotherSource_AndTheFormerOneIsPausedWithItsItems(
        string listed, string word, int entries)
    {
        _newsroom.Serve("/old", Feeds.Rss("Laut", Item("1", "https://laut.example/1")));
        _newsroom.Serve("/new", Feeds.Rss("Laut", Item(listed, $"https://laut.example/{listed}", word)));
        foreach (var path in (string[])["/old", "/new"])
        {
            await using var service = await TestService.StartAsync(_folder, $$"""{ "sources": [ { "url": "{{_newsroom.Url(path)}}" } ] }""");
            var sources = await service.ItemsOf("/api/sources");
            var listing = sources.Single(source => source.GetProperty("url").GetString() == _newsroom.Url(path));
            await service.PollAsync(listing.GetProperty("id").GetString()!);
            if (path == "/old")
                continue;
            var former = sources.Single(source => source.GetProperty("url").GetString() == _newsroom.Url("/old"));
            Assert.Equal(("paused", 1), (former.GetProperty("state").GetString(), former.GetProperty("items").GetInt32()));
            var feed = await service.ItemsOf("/feed.json");
            Assert.Equal(entries, feed.Count);
            Assert.All(feed, entry => Assert.Equal(0, entry.GetProperty("_feedhub").GetProperty("also").GetArrayLength()));
        }
    }

    [Fact]
    public async Task AnotherPublisherInItsPlace_HasNotMoved()
    {
        await FirstAsync();
        _newsroom.Serve("/new", Feeds.Rss("Darat", Item("9", "https://darat.example/9")));
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/new"), "Darat")));
        Assert.Equal(["darat active", "laut paused"], (await service.ItemsOf("/api/sources"))
            .Select(s => $"{s.GetProperty("id").GetString()} {s.GetProperty("state").GetString()}").Order());
    }

    [Fact]
    public async Task TheFormerAddress_MayBeASourceOfItsOwnAgain()
    {
        await FirstAsync();
        await using (await MovedAsync("", "old.example"))
        {
        }

        await using var service = await TestService.StartAsync(
            _folder, Feeds.Json(Feeds.Source(_newsroom.Url("/new"), "Laut"), Feeds.Source(_newsroom.Url("/old"), "Laut lama")));
        Assert.Equal([_newsroom.Url("/new"), _newsroom.Url("/old")], (await service.ItemsOf("/api/sources"))
            .Select(s => s.GetProperty("url").GetString()!).Order());
    }

    [Fact]
    public async Task TheCopyOfAnotherPublisher_StaysOnePlaceToReadIt()
    {
        await FirstAsync();
        _newsroom.Serve("/copy", Feeds.Rss("Salin", Item("c1", "https://elsewhere.example/9")));
        await using var service = await MovedAsync("", "old.example", Feeds.Source(_newsroom.Url("/copy"), "Salin"));
        await service.PollAsync("salin");
        var also = Assert.Single((await service.ItemsOf("/feed.json"))[0].GetProperty("_feedhub").GetProperty("also").EnumerateArray());
        Assert.Equal("Salin", also.GetProperty("source").GetProperty("title").GetString());
    }

    [Fact]
    public async Task WhatIsPausedLater_IsNoPlaceOfItsOwnFromThenOn()
    {
        _newsroom.Serve("/old", Feeds.Rss("Laut", Item("1", "https://old.example/1")));
        _newsroom.Serve("/new", Feeds.Rss("Laut", Item("1", "https://old.example/1")));
        await using var service = await TestService.StartAsync(
            _folder, Feeds.Json(Feeds.Source(_newsroom.Url("/old"), "Laut"), Feeds.Source(_newsroom.Url("/new"), "Laut baru")));
        await service.PollAsync("laut");
        await service.PollAsync("laut-baru");
        Assert.Equal(1, await AlsoAsync(service));
        using var answer = await service.Client.PatchAsync("/api/sources/laut", new StringContent("""{ "enabled": false }""", null, "application/json"));
        answer.EnsureSuccessStatusCode();
        Assert.Equal(0, await AlsoAsync(service));
    }

    private static async Task<int> AlsoAsync(TestService service) =>
        Assert.Single(await service.ItemsOf("/feed.json")).GetProperty("_feedhub").GetProperty("also").GetArrayLength();

    private async Task<string> FirstAsync()
    {
        _newsroom.Serve("/old", Feeds.Rss("Laut", Item("1", "https://old.example/1")));
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/old"), "Laut")));
        await service.PollAsync("laut");
        return (await service.ItemsOf("/feed.json"))[0].GetProperty("id").GetString()!;
    }

    private async Task<TestService> MovedAsync(string guids, string host, params string[] more)
    {
        _newsroom.Serve("/new", Feeds.Rss("Laut", Item(guids + "1", $"https://{host}/1")));
        var service = await TestService.StartAsync(_folder, Feeds.Json([Feeds.Source(_newsroom.Url("/new"), "Laut"), .. more]));
        var sources = await service.ItemsOf("/api/sources");
        await service.PollAsync(sources.Single(s => s.GetProperty("url").GetString() == _newsroom.Url("/new")).GetProperty("id")
            .GetString()!);
        return service;
    }

    private static Written Item(string guid, string link, string word = "kapal") => new(
        guid, link, $"Kabar {word} yang dimuat hari ini", Now.AddHours(-2),
        string.Join(' ', Enumerable.Range(1, 60).Select(n => $"{word}{n}")));
}
