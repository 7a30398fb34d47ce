using System.Text.Json;
using FeedHub.Publishing.Search;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Publishing;

/// <summary>The original publisher of what an aggregator lists: in the API, the feeds, on the pages, and in searches.</summary>
public sealed class OriginTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/search", $"""
            <rss version="2.0"><channel><title>Search</title><link>https://search.example/</link>
            <item><title>Ferries sail again</title><link>https://teluk.example/1</link><guid>s1</guid><pubDate>{DateTimeOffset.UtcNow.AddHours(-1):R}</pubDate><source url="https://teluk.example/?token=geheim">Kabar Teluk</source></item>
            <item><title>A lighthouse is lit</title><link>https://search.example/2</link><guid>s2</guid><pubDate>{DateTimeOffset.UtcNow.AddHours(-2):R}</pubDate><source url="https://search.example/">Search</source></item>
            </channel></rss>
            """);
        _service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/search"), "Search")));
        await _service.PollAsync("search");
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task TheApiAndTheFeed_NameIt_WithoutSecrets()
    {
        var (item, own) = ((await _service.ItemsOf("/api/items"))[0], (await _service.ItemsOf("/api/items"))[1]);
        Assert.Equal("Kabar Teluk", item.GetProperty("origin").GetProperty("title").GetString());
        Assert.Equal("https://teluk.example/?token=…", item.GetProperty("origin").GetProperty("url").GetString());
        Assert.Equal(JsonValueKind.Null, own.GetProperty("origin").ValueKind);

        var entries = await _service.ItemsOf("/feed.json");
        var origin = entries[0].GetProperty("_feedhub").GetProperty("origin");
        Assert.Equal("Kabar Teluk", origin.GetProperty("title").GetString());
        Assert.DoesNotContain("geheim", origin.ToString(), StringComparison.Ordinal);
        Assert.Equal("Search", entries[0].GetProperty("_feedhub").GetProperty("source").GetProperty("title").GetString());
        Assert.False(entries[1].GetProperty("_feedhub").TryGetProperty("origin", out _));
    }

    [Fact]
    public async Task ThePages_ShowIt()
    {
        var page = await _service.Client.GetStringAsync("/");
        Assert.Contains("""from <a href="/?q=%22Kabar%20Teluk%22"><bdi dir="auto">Kabar Teluk</bdi></a>""", page, StringComparison.Ordinal);
        var story = (await _service.ItemsOf("/api/stories"))[0].GetProperty("id").GetInt64();
        Assert.Contains(
            "<bdi dir=\"auto\">Kabar Teluk</bdi></a>", await _service.Client.GetStringAsync($"/stories/{story}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASearchForItsName_FindsWhatIsFromThere()
    {
        await _service.Services.GetRequiredService<SearchIndexer>().CatchUpAsync(CancellationToken.None);
        Assert.Equal(["Ferries sail again"], await TitlesAsync("q=%22kabar+teluk%22"));
        Assert.Empty(await TitlesAsync("q=ferries+-teluk"));
    }

    [Fact]
    public async Task APublisherThatIsNamedLater_IsTakenOver()
    {
        var now = DateTimeOffset.UtcNow.AddHours(-2).ToString("R");
        _newsroom.Serve("/search", $"""
            <rss version="2.0"><channel><title>Search</title><link>https://search.example/</link>
            <item><title>A lighthouse is lit</title><link>https://search.example/2</link><guid>s2</guid><pubDate>{now}</pubDate><source url="https://mercu.example/">Mercu</source></item></channel></rss>
            """);
        await _service.PollAsync("search");
        Assert.Contains(await _service.ItemsOf("/feed.json"), entry => entry.ToString().Contains("\"Mercu\"", StringComparison.Ordinal));
    }

    private async Task<List<string>> TitlesAsync(string query) =>
        [.. (await _service.ItemsOf("/feed.json?" + query)).Select(item => item.GetProperty("title").GetString()!)];
}
