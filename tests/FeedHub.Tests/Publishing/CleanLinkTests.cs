using System.Net;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Publishing;

/// <summary>Addresses that say nothing of where a reader came from.</summary>
public sealed class CleanLinkTests : IAsyncLifetime
{
    private const string Written = "https://laut.example/berita?utm_source=rss&id=7&utm_medium=feed";
    private const string Copied = "https://salin.example/berita?id=9&fbclid=abc";
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private TestService? _service;

    public async Task InitializeAsync()
    {
        var text = string.Join(' ', Enumerable.Range(1, 60).Select(n => $"kapal{n}"));
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve(
            "/a", Feeds.Rss("Laut", new Written("a1", Written, "Kapal berlayar lagi hari ini", DateTimeOffset.UtcNow.AddHours(-2), text)));
        _newsroom.Serve(
            "/b", Feeds.Rss("Salin", new Written("b1", Copied, "Kapal berlayar lagi hari ini", DateTimeOffset.UtcNow.AddHours(-1), text)));
    }

    public async Task DisposeAsync()
    {
        if (_service is not null)
            await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("/feed.rss")]
    [InlineData("/feed.atom")]
    [InlineData("/feed.json")]
    [InlineData("/")]
    [InlineData("/stories/1")]
    public async Task Entries_HaveAddressesWithoutTracking_AlsoTheirCopies(string path)
    {
        await StartAsync();
        var text = WebUtility.HtmlDecode(await _service!.Client.GetStringAsync(path));
        Assert.Contains("https://laut.example/berita?id=7", text, StringComparison.Ordinal);
        Assert.Contains("https://salin.example/berita?id=9", text, StringComparison.Ordinal);
        Assert.DoesNotContain("utm_", text, StringComparison.Ordinal);
        Assert.DoesNotContain("fbclid", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheItem_StaysAsPublished()
    {
        await StartAsync();
        Assert.Contains(await _service!.ItemsOf("/api/items"),
            item => item.GetProperty("url").GetString() == Written);
    }

    [Fact]
    public async Task TheStoryOfTheApi_HasTheAddressThatTheFeedsHave()
    {
        await StartAsync();
        const string Clean = "https://laut.example/berita?id=7";
        Assert.Equal(Clean, (await _service!.ItemsOf("/api/stories"))[0].GetProperty("url").GetString());
        Assert.Equal(Clean, (await _service.GetJsonAsync("/api/stories/1")).GetProperty("url").GetString());
    }

    [Fact]
    public async Task WhoWantsThem_GetsAddressesAsPublished()
    {
        await StartAsync("--FeedHub:Publishing:CleanLinks=false");
        Assert.Equal(Written, (await _service!.ItemsOf("/feed.json"))[0].GetProperty("url").GetString());
        Assert.Equal(Written, (await _service.ItemsOf("/api/stories"))[0].GetProperty("url").GetString());
    }

    private async Task StartAsync(params string[] settings)
    {
        _service = await TestService.StartAsync(
            _folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Laut"), Feeds.Source(_newsroom.Url("/b"), "Salin")), settings: settings);
        await _service.PollAsync("laut");
        await _service.PollAsync("salin");
    }
}
