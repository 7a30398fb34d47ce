using System.Xml.Linq;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Publishing;

/// <summary>Whose a headline is, for programs that show nothing but titles.</summary>
public sealed class SourcedTitleTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/a", Feeds.Rss(
            "Kabar",
            new Written("1", "https://kabar.example/1", "Ferries sail again", Now.AddHours(-2)),
            new Written("2", "https://kabar.example/2", "Kabar Laut: a week in pictures", Now.AddHours(-3)),
            new Written("3", "https://kabar.example/3", new string('t', 1200), Now.AddHours(-4))));
        _service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Kabar Laut")));
        await _service.PollAsync("kabar-laut");
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("/feed.rss")]
    [InlineData("/feed.atom")]
    [InlineData("/feed.json")]
    public async Task TheSource_StandsOnceBeforeTheHeadline_InEveryFormat(string path)
    {
        var titles = await TitlesAsync(path + "?titles=source");
        Assert.Equal(["Kabar Laut: Ferries sail again", "Kabar Laut: a week in pictures"], titles.Take(2));
        Assert.Equal(1000, titles[2].Length);
        Assert.StartsWith("Kabar Laut: ttt", titles[2], StringComparison.Ordinal);
        Assert.Equal("Ferries sail again", (await TitlesAsync(path))[0]);
    }

    [Fact]
    public async Task ItIsADocumentOfItsOwn_WhosePagesAndValidatorsFollow()
    {
        var feed = await _service.GetJsonAsync("/feed.json?titles=source&limit=1");
        Assert.EndsWith("/feed.json?titles=source&limit=1", feed.GetProperty("feed_url").GetString(), StringComparison.Ordinal);
        var next = new Uri(feed.GetProperty("next_url").GetString()!).PathAndQuery;
        Assert.StartsWith("Kabar Laut: ", (await TitlesAsync(next))[0], StringComparison.Ordinal);

        using var plain = await _service.Client.GetAsync("/feed.json?limit=1");
        using var first = await _service.Client.GetAsync("/feed.json?titles=source&limit=1");
        Assert.NotEqual(plain.Headers.ETag, first.Headers.ETag);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/feed.json?limit=1&titles=source");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var answer = await _service.Client.SendAsync(again);
        Assert.Equal(304, (int)answer.StatusCode);
    }

    [Fact]
    public async Task ThePage_ShowsItToo_AndKeepsItInItsLinks()
    {
        var page = await _service.Client.GetStringAsync("/?titles=source");
        Assert.Contains(">Kabar Laut: Ferries sail again</a>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/feed.rss?titles=source\"", page, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"titles\" value=\"source\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("publisher")]
    [InlineData("")]
    [InlineData("source&titles=source")]
    public async Task AnotherValue_IsNamed(string value)
    {
        using var answer = await _service.Client.GetAsync("/feed.rss?titles=" + value);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("\"parameter\":\"titles\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<List<string>> TitlesAsync(string address) => address.StartsWith("/feed.json", StringComparison.Ordinal)
        ? [.. (await _service.ItemsOf(address)).Select(item => item.GetProperty("title").GetString()!)]
        : [.. XDocument.Parse(await _service.Client.GetStringAsync(address)).Descendants()
            .Where(e => e.Name.LocalName is "item" or "entry").Select(e => e.Elements().First(t => t.Name.LocalName == "title").Value)];
}
