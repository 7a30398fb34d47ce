using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Publishing;

/// <summary>What an item has beside its text, on its story's page and in the API.</summary>
public sealed class StoryFilesTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/radio", $$"""
            {"version":"https://jsonfeed.org/version/1.1","title":"Radio Teluk","items":[
            {"id":"r1","url":"https://radio.example/1","title":"Ferries by night","authors":[{"name":"radio teluk"},{"name":"Ida Holm"}],
            "date_published":"{{DateTimeOffset.UtcNow.AddHours(-1):O}}","content_html":"<p>Listen.</p><p><img src=\"https://radio.example/in.jpg?a=1&amp;b=2\"></p>",
            "attachments":[{"url":"https://radio.example/one.mp3","mime_type":"audio/mpeg","title":"Part <one>","size_in_bytes":1500000,"duration_in_seconds":3725},
            {"url":"https://radio.example/two%20b.mp4","mime_type":"video/mp4"},{"url":"https://radio.example/in.jpg?a=1&b=2","mime_type":"image/jpeg"},
            {"url":"https://radio.example/pier.jpg","mime_type":"image/jpeg"},{"url":"https://radio.example/plan.pdf","mime_type":"application/pdf"}]},
            {"id":"r2","url":"https://radio.example/2","title":"Many","content_text":"Many files.","attachments":[{{string.Join(",", Enumerable.Range(0, 100)
                .Select(n => $$"""{"url":"https://radio.example/{{n}}?{{new string('x', 1500)}}","mime_type":"audio/mpeg","title":"Part {{n}}"}"""))}}]}
            ]}
            """);
        _service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/radio"), "Radio Teluk")));
        await _service.PollAsync("radio-teluk");
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task TheStorysPage_PlaysThemWhenAsked_AndNamesThem()
    {
        var files = (await PageOfAsync("Ferries by night")).QuerySelector(".files")!;
        Assert.Equal(
            ("https://radio.example/one.mp3", "none", "Part <one>"),
            (Of("audio", "src"), Of("audio", "preload"), Of("audio", "aria-label")));
        Assert.Equal(
            ("https://radio.example/two%20b.mp4", "none", "two b.mp4"),
            (Of("video", "src"), Of("video", "preload"), Of("video", "aria-label")));
        Assert.Equal("https://radio.example/pier.jpg", Assert.Single(files.QuerySelectorAll("img")).GetAttribute("src"));
        Assert.Equal(("lazy", "no-referrer"), (Of("img", "loading"), Of("img", "referrerpolicy")));
        Assert.Equal(
            ["Part <one> audio/mpeg · 1.5 MB · 1:02:05", "two b.mp4 video/mp4", "pier.jpg image/jpeg", "plan.pdf application/pdf"],
            files.QuerySelectorAll("li").Select(file => string.Join(' ', file.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        string? Of(string element, string attribute) => files.QuerySelector(element)!.GetAttribute(attribute);
    }

    [Fact]
    public async Task ManyFilesWithLongAddresses_LeaveThePageSmall_AndSayHowManyMoreThereAre()
    {
        var page = await PageOfAsync("Many");
        Assert.InRange(page.Source.Text.Length, 1, 60_000);
        var shown = page.QuerySelectorAll(".files li").Length;
        Assert.InRange(shown, 1, 99);
        Assert.Equal($"{100 - shown} more", page.QuerySelector(".files > p a")!.TextContent);
    }

    [Fact]
    public async Task TheStorysPage_NamesAPublisherOnce_WhereItIsItsOwnAuthor() =>
        Assert.Equal("Ida Holm", (await PageOfAsync("Ferries by night")).QuerySelector("article .by > span")!.TextContent.Trim());

    [Fact]
    public async Task TheTitleOfAFile_IsInTheApiAndInEveryFeed()
    {
        var item = (await _service.ItemsOf("/api/items")).Single(i => i.GetProperty("id").GetString() == "r1");
        Assert.Equal("Part <one>", item.GetProperty("attachments")[0].GetProperty("title").GetString());
        var entry = (await _service.ItemsOf("/feed.json")).Single(i => i.GetProperty("title").GetString() == "Ferries by night");
        Assert.Equal("Part <one>", entry.GetProperty("attachments")[0].GetProperty("title").GetString());
        Assert.Contains("title=\"Part &lt;one&gt;\"", await _service.Client.GetStringAsync("/feed.atom"), StringComparison.Ordinal);
        Assert.Contains(
            "<media:title>Part &#x3C;one&gt;</media:title>", await _service.Client.GetStringAsync("/feed.rss"), StringComparison.Ordinal);
    }

    private async Task<IHtmlDocument> PageOfAsync(string title)
    {
        var story = (await _service.ItemsOf("/api/stories"))
            .Single(s => s.GetProperty("items")[0].GetProperty("title").GetString() == title);
        return new HtmlParser().ParseDocument(await _service.Client.GetStringAsync($"/stories/{story.GetProperty("id").GetInt64()}"));
    }
}
