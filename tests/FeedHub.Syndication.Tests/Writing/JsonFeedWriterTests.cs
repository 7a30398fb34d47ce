using System.Text.Encodings.Web;
using System.Text.Json;
using FeedHub.Syndication.Writing;
using static FeedHub.Syndication.Tests.Writing.Samples;

namespace FeedHub.Syndication.Tests.Writing;

public class JsonFeedWriterTests
{
    [Fact]
    public void Feed_HasItsAddressesAndHub()
    {
        var feed = Read(Feed(Full()));
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.Equal("Berita & kabar", feed.GetProperty("title").GetString());
        Assert.Equal("https://hub.example/?category=politics", feed.GetProperty("home_page_url").GetString());
        Assert.Equal("https://hub.example/feed.json?category=politics", feed.GetProperty("feed_url").GetString());
        Assert.Equal("https://hub.example/feed.json?category=politics&before=abc", feed.GetProperty("next_url").GetString());
        Assert.Equal("""{"type":"WebSub","url":"https://hub.example/websub"}""", Compact(feed.GetProperty("hubs")[0]));
    }

    [Fact]
    public void Item_CarriesEverything()
    {
        var item = Item(Full());
        Assert.Equal("https://antara.example/berita/1?a=1&b=2", item.GetProperty("url").GetString());
        Assert.Equal("Harga naik & turun: 1 < 2.", item.GetProperty("summary").GetString());
        Assert.Equal("https://antara.example/img/a%20b.jpg", item.GetProperty("image").GetString());
        Assert.Equal("2026-11-22T07:59:00Z", item.GetProperty("date_published").GetString());
        Assert.Equal("2026-11-22T09:15:30Z", item.GetProperty("date_modified").GetString());
        Assert.Equal(
            """[{"name":"Budi Santoso, Siti, ANTARA","url":"https://antara.example/"}]""",
            Compact(item.GetProperty("authors")));
        Assert.Equal("""["Politics","Korea","Politik","DPR & MPR"]""", Compact(item.GetProperty("tags")));
        Assert.Equal("id", item.GetProperty("language").GetString());
        Assert.Equal(
            """
            [{"url":"https://antara.example/a.mp3","mime_type":"audio/mpeg","size_in_bytes":1234},
            {"url":"https://antara.example/b.bin","mime_type":"application/octet-stream"}]
            """.ReplaceLineEndings(""),
            Compact(item.GetProperty("attachments")));
    }

    [Fact]
    public void Extension_IsAsTheContractSays() => Assert.Equal(
        """
        {"about":"https://hub.example/docs/jsonfeed",
        "source":{"id":"antara","title":"ANTARA","feed_url":"https://antara.example/rss/terkini.xml"},
        "authors":["Budi Santoso","Siti"],"first_seen":"2026-11-22T09:00:00Z",
        "categories":[{"slug":"politics","confidence":0.93,"why":"publisher category 'Politik'"},{"slug":"korea","confidence":1,"why":"rule"}],
        "publisher_categories":["Politik","DPR & MPR"],
        "also":[{"id":"guid-1","url":"https://tempo.example/x?a=1&b=%222%22","title":"Kesepakatan",
        "source":{"id":"tempo","title":"Tempo"},"why":"same text (0.96)"},
        {"title":"Sepakat","source":{"id":"detik","title":"Detik <id>"},"why":"same link"}]}
        """.ReplaceLineEndings(""),
        Compact(Item(Full()).GetProperty("_feedhub")));

    [Theory]
    [InlineData("<p>x</p>", "s", "content_html", "<p>x</p>")]
    [InlineData(null, "s", "content_text", "s")]
    [InlineData(null, null, "content_text", "Story 1")]
    public void Content_IsAlwaysThereOnce(string? html, string? summary, string member, string expected)
    {
        var item = Item(Plain() with { ContentHtml = html, Summary = summary });
        Assert.Equal(expected, item.GetProperty(member).GetString());
        Assert.Single(item.EnumerateObject(), property => property.Name.StartsWith("content_", StringComparison.Ordinal));
    }

    [Fact]
    public void NoMemberIsNull() =>
        Assert.DoesNotContain("null", Text(JsonFeedWriter.Write(Feed(Plain()) with { NextQuery = null })), StringComparison.Ordinal);

    private static JsonElement Read(MergedFeed feed) => JsonDocument.Parse(JsonFeedWriter.Write(feed)).RootElement;

    private static JsonElement Item(MergedEntry entry) => Read(Feed(entry)).GetProperty("items")[0];

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element, Relaxed);
}
