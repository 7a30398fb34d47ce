using System.Text.Json;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Publishing;

/// <summary>All that an item has reaches the reader, from the publisher's feed to another FeedHub behind this one.</summary>
public sealed class EverythingInItTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly TempFolder _behind = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/a", $"""
            <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Laut</title><link>https://laut.example/</link>
            <item><guid isPermaLink="false">laut-1</guid><link>https://laut.example/1</link><title>Why &lt;main&gt; stands once</title><dc:creator>Made Wirya</dc:creator><pubDate>{DateTimeOffset.UtcNow.AddHours(-1):R}</pubDate>
            <description>&lt;p&gt;Kapal berlayar.&lt;/p&gt;</description><enclosure url="https://laut.example/1.mp3" type="audio/mpeg" length="9"/>
            <media:group><media:content url="https://laut.example/1.jpg" medium="image"/><media:content url="https://laut.example/2.jpg" medium="image"/></media:group></item>
            <item><guid isPermaLink="false">laut-2</guid><link>https://laut.example/2</link><title>No words</title><pubDate>{DateTimeOffset.UtcNow.AddHours(-2):R}</pubDate><media:thumbnail url="https://laut.example/t.jpg"/></item>
            </channel></rss>
            """);
        _service = await StartAsync(_folder, "/a");
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
        _behind.Dispose();
    }

    [Fact]
    public async Task FilesAreAttached_AndThePictureStandsInTheText()
    {
        var entries = await _service.ItemsOf("/feed.json");
        Assert.Equal(["audio/mpeg https://laut.example/1.mp3", "image/jpeg https://laut.example/1.jpg",
            "image/jpeg https://laut.example/2.jpg"], Files(entries[0]));
        Assert.Equal(
            "<p><img src=\"https://laut.example/1.jpg\" alt=\"\"></p><p>Kapal berlayar.</p>", entries[0].GetProperty("content_html")
                .GetString());
        Assert.Equal("<p><img src=\"https://laut.example/t.jpg\" alt=\"\"></p>", entries[1].GetProperty("content_html").GetString());
        Assert.Equal("Why <main> stands once", entries[0].GetProperty("title").GetString());

        var item = (await _service.ItemsOf("/api/items"))[0];
        Assert.Equal(3, item.GetProperty("attachments").GetArrayLength());
        Assert.Equal("<p>Kapal berlayar.</p>", item.GetProperty("content_html").GetString());
    }

    [Fact]
    public async Task OfASourceOfSummaries_ThePictureStandsBesideTheText()
    {
        using var answer = await _service.Client.PatchAsync("/api/sources/laut", new StringContent("""{ "content": "summary" }""", null, "application/json"));
        answer.EnsureSuccessStatusCode();
        var entry = (await _service.ItemsOf("/feed.json"))[0];
        Assert.False(entry.TryGetProperty("content_html", out _));
        Assert.Equal("https://laut.example/1.jpg", entry.GetProperty("image").GetString());
    }

    [Theory]
    [InlineData("/feed.rss")]
    [InlineData("/feed.atom")]
    [InlineData("/feed.json")]
    public async Task AFeedHubBehindThisOne_HasTheSame(string format)
    {
        var first = (await _service.ItemsOf("/api/items"))[0];
        _newsroom.Serve("/hub", await _service.Client.GetStringAsync(format), "application/octet-stream");
        await using var behind = await StartAsync(_behind, "/hub");
        var item = (await behind.ItemsOf("/api/items")).Single(i => i.GetProperty("url").GetString() == "https://laut.example/1");
        foreach (var member in new[] { "title", "authors", "attachments", "image", "language", "published" })
            Assert.Equal(first.GetProperty(member).ToString(), item.GetProperty(member).ToString());
        Assert.Equal("Laut", item.GetProperty("origin").GetProperty("title").GetString());
        var entry = (await behind.ItemsOf("/feed.json")).Single(i => i.GetProperty("url").GetString() == "https://laut.example/1");
        Assert.Equal("Made Wirya", entry.GetProperty("_feedhub").GetProperty("authors")[0].GetString());
        Assert.Equal("Laut", entry.GetProperty("_feedhub").GetProperty("origin").GetProperty("title").GetString());
    }

    private async Task<TestService> StartAsync(TempFolder folder, string path)
    {
        var service = await TestService.StartAsync(folder, Feeds.Json(Feeds.Source(_newsroom.Url(path), path == "/a" ? "Laut" : "Hub")));
        await service.PollAsync(path == "/a" ? "laut" : "hub");
        return service;
    }

    private static IEnumerable<string> Files(JsonElement entry) => entry.GetProperty("attachments").EnumerateArray()
        .Select(file => $"{file.GetProperty("mime_type").GetString()} {file.GetProperty("url").GetString()}");
}
