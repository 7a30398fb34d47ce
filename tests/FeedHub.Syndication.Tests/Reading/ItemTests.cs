using static FeedHub.Syndication.Tests.Reading.Feeds;

namespace FeedHub.Syndication.Tests.Reading;

public class ItemTests
{
    [Theory]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;Hello", "Hello")]
    [InlineData("&lt;b onclick='x'&gt;Hello&lt;/b&gt; world", "Hello world")]
    [InlineData("AT&amp;amp;T", "AT&T")]
    [InlineData("5 &lt; 6 &amp; List&lt;T&gt;", "5 < 6 & List<T>")]
    [InlineData("<![CDATA[Emoji 😀 &hellip;]]>", "Emoji 😀 …")]
    [InlineData("{{7*7}} ' OR 1=1 -- %s", "{{7*7}} ' OR 1=1 -- %s")]
    public void Titles_ArePlainText(string title, string expected) => Assert.Equal(expected, RssItem($"<title>{title}</title>").Title);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("mailto:a@b.example")]
    [InlineData("http://")]
    public void LinksThatAreNoWebAddress_AreDropped(string link) => Assert.Null(RssItem($"<link>{link}</link>").Url);

    [Fact]
    public void OriginalLink_IsWhereReadersGo()
    {
        var item = RssItem("<link>https://feeds.example/~r/news/~3/x/</link><feedburner:origLink "
            + "xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'>https://site.example/a</feedburner:origLink>");
        Assert.Equal(("https://feeds.example/~r/news/~3/x/", "https://site.example/a"), (item.Url, item.Page));
        Assert.Equal("https://site.example/a", item.BaseUrl?.AbsoluteUri);
    }

    [Fact]
    public void OutOfLineContent_IsTheLink_AndTheSummaryTheText()
    {
        var item = AtomEntry("<content type='text/html' src='https://site.example/full'/><summary>Short</summary>");
        Assert.Equal(("https://site.example/full", "Short"), (item.Url, item.ContentHtml));
    }

    [Fact]
    public void RelativeLink_IsReadAgainstTheSite() => Assert.Equal("https://site.example/a/b?c=1", RssItem("<link>/a/b?c=1</link>").Url);

    [Theory]
    [InlineData("<guid>https://e.example/1</guid>", "https://e.example/1")]
    [InlineData("<guid isPermaLink='true'>https://e.example/1</guid>", "https://e.example/1")]
    [InlineData("<guid isPermaLink='false'>https://e.example/1</guid>", null)]
    [InlineData("<guid>e1</guid>", null)]
    public void PermanentGuid_IsTheLinkWhereThereIsNone(string xml, string? expected) => Assert.Equal(expected, RssItem(xml).Url);

    [Fact]
    public void XmlBase_Nests()
    {
        var feed = Read("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.example/x/'><entry xml:base='y/'><link href='z' "
            + "xml:base='w/'/><link rel='enclosure' href='/e.mp3'/></entry></feed>");
        Assert.Equal("https://a.example/x/y/w/z", feed.Items[0].Url);
        Assert.Equal("https://a.example/e.mp3", feed.Items[0].Enclosures[0].Url);
    }

    [Theory]
    [InlineData("<author>a@b.example (Ana Bo)</author>", "Ana Bo")]
    [InlineData("<author>Ana Bo &lt;a@b.example&gt;</author>", "Ana Bo")]
    [InlineData("<author>a@b.example</author>", "a@b.example")]
    [InlineData("<dc:creator>Ana Bo</dc:creator><dc:creator>Cy Do</dc:creator><itunes:author>Ana Bo</itunes:author>", "Ana Bo|Cy Do")]
    public void Authors_AreNames(string xml, string expected) => Assert.Equal(expected.Split('|'), RssItem(xml).Authors);

    [Fact]
    public void AtomEntryWithoutAuthor_HasTheFeeds() =>
        Assert.Equal(["Ana"], AtomEntry("<title>t</title>", "<author><name>Ana</name></author>").Authors);

    [Fact]
    public void FullText_IsTheContent_AndTheDescriptionTheSummary()
    {
        var item = RssItem("<description>short</description><content:encoded><![CDATA[<p>long &lt;b&gt;</p>]]></content:encoded>");
        Assert.Equal(("short", "<p>long &lt;b&gt;</p>"), (item.SummaryHtml, item.ContentHtml));
    }

    [Fact]
    public void AtomXhtml_KeepsItsMarkup()
    {
        var item = AtomEntry("<content type='xhtml' xml:base='https://c.example/'><div xmlns='http://www.w3.org/1999/xhtml'>a <b>b</b> "
            + "&lt;i&gt; <img src='p.png'/></div></content>");
        Assert.Contains("a <b>b</b> &lt;i&gt; <img src=", item.ContentHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void CategoriesAndEnclosures_AreAllRead()
    {
        var item = RssItem("<category>A</category><category>B</category><category>A</category><dc:subject>C</dc:subject>"
            + "<enclosure url='https://e.example/1.mp3' type='audio/mpeg' length='5'/><enclosure url='/2.mp3' length='x'/><enclosure "
            + "url='javascript:x'/>");
        Assert.Equal(["A", "B", "C"], item.Categories);
        Assert.Equal(
            [("https://e.example/1.mp3", 5L), ("https://site.example/2.mp3", null)],
            item.Enclosures.Select(e => (e.Url, e.Length)));
    }

    [Fact]
    public void LinksWithoutAtomsNamespace_AreStillLinks()
    {
        var item = RssItem("<link rel='enclosure' href='https://e.example/1.mp3'/><link href='https://e.example/page'/>");
        Assert.Equal(("https://e.example/page", "https://e.example/1.mp3"), (item.Url, Assert.Single(item.Enclosures).Url));
    }

    [Fact]
    public void FullestText_WinsWhereThereAreSeveral()
    {
        var item = RssItem("<description>A podcast</description><itunes:summary>In this episode we speak of many things.</itunes:summary>");
        Assert.Equal(("In this episode we speak of many things.", "A podcast"), (item.ContentHtml, item.SummaryHtml));
    }

    [Theory]
    [InlineData("//cdn.example/a", "https://cdn.example/a")]
    [InlineData("www.site.example/a", "https://www.site.example/a")]
    [InlineData("site.example/a", "https://site.example/a")]
    public void LinkWithoutScheme_GetsThatOfItsPage(string link, string expected) =>
        Assert.Equal(expected, RssItem($"<link>{link}</link>").Url);

    [Fact]
    public void TextEncodedTwice_IsMended() =>
        Assert.Equal("Köln größer", RssItem("<title>K\u00C3\u00B6ln gr\u00C3\u00B6\u00C3\u009Fer</title>").Title);

    [Fact]
    public void Picture_IsMediaContentFirst() => Assert.Equal(
        "https://e.example/c.jpg",
        RssItem(
            "<media:thumbnail url='https://e.example/t.jpg'/><media:content url='https://e.example/c.jpg' medium='image'/>").Image?.Url);

    [Fact]
    public void ImpossibleDate_CostsOnlyTheDate()
    {
        var item = RssItem("<title>A</title><pubDate>tomorrow</pubDate>");
        Assert.Equal(("A", null), (item.Title, item.Published));
    }

    [Fact]
    public void AtomDates_AreReadInBothVersions()
    {
        Assert.Equal(2024, AtomEntry("<published>2024-10-22T12:08:00Z</published>").Published?.Year);
        Assert.Equal(2024, AtomEntry("<issued>2024-10-22T12:08:00Z</issued><modified>2025-01-01T00:00:00Z</modified>").Published?.Year);
    }

    [Fact]
    public void JsonFeed_TakesNumbersNullsAndObjects()
    {
        var feed = Read("""
            {"version":"https://jsonfeed.org/version/1.1","title":7,"home_page_url":"https://site.example/","items":[
             {"id":1,"url":"/a","title":{"rendered":"A"},"content_text":"x < y","tags":"t","authors":[{"name":"Ana"},"Bo",null],"date_published":"2024-10-22T12:08:00Z",
              "attachments":[{"url":"https://e.example/1.mp3","size_in_bytes":9}]},
             null, 3, {"id":null,"title":null}]}
            """);
        var item = feed.Items[0];
        Assert.Equal(("7", 2), (feed.Title, feed.Items.Count));
        Assert.Equal(("1", "A", "https://site.example/a", "x &lt; y"), (item.Id, item.Title, item.Url, item.ContentHtml));
        Assert.Equal(["Ana", "Bo"], item.Authors);
        Assert.Equal(9, item.Enclosures[0].Length);
    }

    [Fact]
    public void CutOffJson_KeepsItsCompleteItems() =>
        Assert.Equal(
            "A",
            Assert.Single(Read("""{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"A"},{"id":"2","ti""").Items).Title);
}
