using System.Xml.Linq;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Writing;
using static FeedHub.Syndication.Tests.Writing.Samples;

namespace FeedHub.Syndication.Tests.Writing;

public class RssWriterTests
{
    [Fact]
    public void Channel_SaysWhatItIsAndWhereItsHubIs()
    {
        var channel = Channel(Feed(Full()));
        Assert.Equal("Berita & kabar", (string?)channel.Element("title"));
        Assert.Equal("https://hub.example/?category=politics", (string?)channel.Element("link"));
        Assert.Equal("All <sources> in one", (string?)channel.Element("description"));
        Assert.Equal("Sun, 22 Nov 2026 10:30:05 GMT", (string?)channel.Element("lastBuildDate"));
        Assert.Equal("FeedHub", (string?)channel.Element("generator"));
        var links = channel.Elements(Atom + "link")
            .ToDictionary(link => (string)link.Attribute("rel")!, link => (string?)link.Attribute("href"));
        Assert.Equal("https://hub.example/feed.rss?category=politics", links["self"]);
        Assert.Equal("https://hub.example/websub", links["hub"]);
        Assert.Equal("https://hub.example/feed.rss?category=politics&before=abc", links["next"]);
    }

    [Fact]
    public void Channel_WithoutEntries_HasNoDateNorNextNorLanguage()
    {
        var channel = Channel(Feed() with { Updated = DateTimeOffset.UnixEpoch, NextQuery = null, Description = "" });
        Assert.Null(channel.Element("lastBuildDate"));
        Assert.Null(channel.Element("language"));
        Assert.Equal("Berita & kabar", (string?)channel.Element("description"));
        Assert.Equal(["self", "hub"], channel.Elements(Atom + "link").Select(link => (string?)link.Attribute("rel")));
    }

    [Theory]
    [InlineData("id", "ID", "id")]
    [InlineData("id", "en", null)]
    [InlineData("id", null, null)]
    [InlineData("not a tag", "not a tag", null)]
    public void Language_IsTheChannelsOnlyIfAllEntriesShareIt(string? first, string? second, string? expected) =>
        Assert.Equal(
            expected,
            (string?)Channel(Feed(Plain(1) with { Language = first }, Plain(2) with { Language = second })).Element("language"));

    [Fact]
    public void Item_CarriesEverything()
    {
        var item = Item(Full());
        Assert.Equal("Presiden & DPR <sepakat>", (string?)item.Element("title"));
        Assert.Equal("https://antara.example/berita/1?a=1&b=2", (string?)item.Element("link"));
        Assert.Equal("tag:hub.example,2026:story/1", (string?)item.Element("guid"));
        Assert.Equal("false", (string?)item.Element("guid")!.Attribute("isPermaLink"));
        Assert.Equal("Sun, 22 Nov 2026 07:59:00 GMT", (string?)item.Element("pubDate"));
        Assert.Equal("2026-11-22T09:15:30Z", (string?)item.Element(Terms + "modified"));
        Assert.Equal(["Budi Santoso, Siti, ANTARA"], item.Elements(DublinCore + "creator").Select(creator => creator.Value));
        Assert.Equal("Harga naik &amp; turun: 1 &lt; 2.", (string?)item.Element("description"));
        Assert.StartsWith("<p>Teks <b>lengkap</b> &amp; utuh.</p>", (string?)item.Element(Content + "encoded"), StringComparison.Ordinal);
        Assert.Equal("ANTARA", (string?)item.Element("source"));
        Assert.Equal("https://antara.example/rss/terkini.xml", (string?)item.Element("source")!.Attribute("url"));
    }

    [Fact]
    public void Categories_OursComeFirstWithTheirScheme()
    {
        var categories = Item(Full()).Elements("category").Select(category => (category.Value, (string?)category.Attribute("domain")));
        Assert.Equal(
            [
                ("politics", "http://cv.iptc.org/newscodes/mediatopic/"),
                ("korea", "https://hub.example/?category="),
                ("Politik", null),
                ("DPR & MPR", null),
            ],
            categories);
    }

    [Fact]
    public void Enclosures_OneByTheProfileAndTheRestAsMedia()
    {
        var item = Item(Full());
        Assert.Equal(
            ["https://antara.example/a.mp3", "1234", "audio/mpeg"],
            item.Elements("enclosure").Single().Attributes().Select(a => a.Value));
        Assert.Equal(["https://antara.example/b.bin"], item.Elements(Media + "content").Single().Attributes().Select(a => a.Value));
        Assert.Equal("https://antara.example/img/a%20b.jpg", (string?)item.Element(Media + "thumbnail")!.Attribute("url"));
        Assert.Equal("640", (string?)item.Element(Media + "thumbnail")!.Attribute("width"));
    }

    [Fact]
    public void Enclosure_OfUnknownSizeAndType_SaysSoAsTheProfileWants()
    {
        var enclosure = Item(Plain() with { Enclosures = [new Enclosure("https://a.example/x", null, null)] }).Element("enclosure")!;
        Assert.Equal(["https://a.example/x", "0", "application/octet-stream"], enclosure.Attributes().Select(a => a.Value));
    }

    [Fact]
    public void Item_WithNothingButATitle_LinksToTheStorysPage()
    {
        var item = Item(Plain());
        Assert.Equal("https://hub.example/stories/1", (string?)item.Element("link"));
        Assert.Equal(["title", "link", "guid", "pubDate", "creator", "source"], item.Elements().Select(element => element.Name.LocalName));
    }

    [Fact]
    public void Content_NeverStandsWithoutADescriptionBeforeIt()
    {
        var names = Item(Plain() with { ContentHtml = "<p>x</p>" }).Elements().Select(element => element.Name.LocalName).ToList();
        Assert.Equal(names.IndexOf("encoded") - 1, names.IndexOf("description"));
    }

    [Fact]
    public void PlainText_WritesMarkupAsHexadecimalReferences() =>
        Assert.Contains(
            "<title>Presiden &#x26; DPR &#x3C;sepakat&gt;</title>",
            Text(RssWriter.Write(Feed(Full()))),
            StringComparison.Ordinal);

    private static XElement Channel(MergedFeed feed) => Strict(RssWriter.Write(feed)).Element("channel")!;

    private static XElement Item(MergedEntry entry) => Channel(Feed(entry)).Elements("item").Single();
}
