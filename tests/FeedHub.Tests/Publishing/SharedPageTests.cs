using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FeedHub.Publishing;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Publishing;

/// <summary>What programs show of a story's page that somebody shares (Open Graph), and which feed they find there.</summary>
public sealed class SharedPageTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/a", JsonSerializer.Serialize(new
        {
            version = "https://jsonfeed.org/version/1.1",
            title = "Laut",
            items = new object[]
            {
                new { id = "laut-1", url = "https://laut.example/1", title = "Kapal \"Bahari\" & <kawan>",
                    content_html = "<p>Kapal berlayar.</p>", image = "https://laut.example/1.jpg?a=1&b=2", language = "id",
                    date_published = "2026-11-20T07:30:00+07:00" },
                new { id = "laut-2", url = "https://laut.example/2", title = "No more than a title", language = "x-none",
                    date_published = "2026-11-20T06:30:00+07:00" },
            },
        }), "application/feed+json");
        _service = await TestService.StartAsync(
            _folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Laut")), settings: ["--FeedHub:PublicUrl=https://news.example/"]);
        await _service.PollAsync("laut");
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task TheStory_SaysWhatItIs()
    {
        var (id, page) = await StoryAsync(0);
        Assert.Equal(
            [
                ("og:type", "article"), ("og:title", "Kapal \"Bahari\" & <kawan>"), ("og:description", "Kapal berlayar."),
                ("og:url", $"https://news.example/stories/{id}"), ("og:site_name", "Test news"),
                ("og:image", "https://laut.example/1.jpg?a=1&b=2"), ("og:locale", "id_ID"),
                ("article:published_time", "2026-11-20T00:30:00Z"),
            ],
            page.QuerySelectorAll("head meta[property]").Select(meta => (meta.GetAttribute("property")!, meta.GetAttribute("content")!)));
    }

    [Fact]
    public async Task AStoryOfATitleAlone_SaysItsSource_AndNoPicture()
    {
        var properties = (await StoryAsync(1)).Page.QuerySelectorAll("head meta[property]")
            .ToDictionary(meta => meta.GetAttribute("property")!, meta => meta.GetAttribute("content"));
        Assert.Equal("Laut", properties["og:description"]);
        Assert.DoesNotContain("og:image", properties.Keys);
    }

    [Fact]
    public async Task ItsFeedLinks_HaveTheFeedsOwnTitle() => Assert.Equal(
        FeedOutput.All.Select(output => (output.Path, $"Test news ({output.Name})")),
        (await StoryAsync(0)).Page.QuerySelectorAll("link[rel=alternate]")
            .Select(link => (link.GetAttribute("href")!, link.GetAttribute("title")!)));

    private async Task<(long Id, IDocument Page)> StoryAsync(int place)
    {
        var id = (await _service.ItemsOf("/api/stories"))[place].GetProperty("id").GetInt64();
        return (id, new HtmlParser().ParseDocument(await _service.Client.GetStringAsync($"/stories/{id}")));
    }
}
