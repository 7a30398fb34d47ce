using System.Text;
using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Tests.Reading;

public class SafetyTests
{
    [Theory]
    [InlineData("<!ENTITY x SYSTEM 'file:///etc/hostname'>")]
    [InlineData("<!ENTITY x SYSTEM 'http://127.0.0.1:9/'>")]
    public void ExternalEntities_AreNeverRead(string declaration)
    {
        var item = Assert.Single(
            Feeds.Read($"<!DOCTYPE rss [{declaration}]><rss><channel><item><title>A&x;</title></item></channel></rss>").Items);
        Assert.Equal("A&x;", item.Title);
    }

    [Fact]
    public void EntityBomb_StaysSmall()
    {
        var bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 'lol'>");
        for (var i = 1; i < 30; i++)
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"<!ENTITY a{i} '&a{i - 1};&a{i - 1};&a{i - 1};&a{i - 1};'>");
        var item = Assert.Single(Feeds.Read(bomb + "]><rss><channel><item><title>A &a29;</title></item></channel></rss>").Items);
        Assert.True(item.Title!.Length < 100);
    }

    [Theory]
    [InlineData("<rss><channel><item><title>A</title></item><item><description>", "</description></item></channel></rss>")]
    [InlineData(
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title></entry><entry><content type='xhtml'>",
        "</content></entry></feed>")]
    public void HundredThousandDeep_IsRead(string before, string after)
    {
        const int deep = 100_000;
        var closed = before + string.Concat(Enumerable.Repeat("<b>", deep)) + "x" + string.Concat(Enumerable.Repeat("</b>", deep)) + after;
        var open = before + string.Concat(Enumerable.Repeat("<b>", deep)) + "x" + after;
        Assert.Equal("A", Feeds.Read(closed).Items[0].Title);
        Assert.Equal("A", Feeds.Read(open).Items[0].Title);
    }

    [Fact]
    public void DeepJson_IsAnErrorNotACrash() => Feeds.Fails("{\"items\":" + new string('[', 100_000));

    [Fact]
    public void DeepHtml_KeepsItsWords()
    {
        var html = string.Concat(Enumerable.Repeat("<div><p></p>", 100_000)) + "words";
        Assert.Equal("words", HtmlText.Sanitise(html, null).Trim());
        Assert.Equal("words", HtmlText.ToPlainText(html));
    }

    [Fact]
    public void HugeTitle_IsReadInTime()
    {
        var title = new string('a', 5 * 1024 * 1024);
        Assert.Equal(Bounds.Line, InTime(() => Feeds.RssItem($"<title>{title}</title>")).Title!.Length);
    }

    [Fact]
    public void HundredThousandItems_AreReadInTime()
    {
        var items = string.Concat(Enumerable.Range(0, 100_000).Select(
            i => $"<item><title>T{i}</title><link>https://e.example/{i}</link><pubDate>Tue, 22 Oct 2024 12:08:00 GMT</pubDate></item>"));
        Assert.Equal(100_000, InTime(() => Feeds.Read(Feeds.Rss(items))).Items.Count);
    }

    // XmlReader alone takes half a minute for it.
    [Fact]
    public void TwoMillionEqualAttributes_LeaveTheItemBefore()
    {
        var feed = "<rss><channel><item><title>A</title></item><item " + string.Concat(Enumerable.Repeat("a='1' ", 2_000_000))
            + "/></channel></rss>";
        Assert.Equal("A", InTime(() => Feeds.Read(feed)).Items[0].Title);
    }

    [Fact]
    public void HundredThousandAttributes_AreReadInTime()
    {
        var attributes = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}='b' "));
        Assert.Equal("A", InTime(() => Feeds.Read(Feeds.Rss($"<item {attributes}><title>A</title></item>"))).Items[0].Title);
    }

    // Each of these makes a careless loop quadratic.
    [Theory]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<![CDATA[a]]>")]
    [InlineData("<a b='")]
    [InlineData("<b")]
    [InlineData("<b ")]
    [InlineData("<p>")]
    [InlineData("</x>")]
    [InlineData("&")]
    [InlineData("&amp;amp;")]
    [InlineData("<a xmlns:a='b'>")]
    [InlineData("<item>")]
    [InlineData("<!DOCTYPE [")]
    [InlineData("=\"")]
    [InlineData("1:1 ")]
    [InlineData("<svg>")]
    [InlineData("<svg><p>")]
    [InlineData("<svg/>")]
    [InlineData("<select>")]
    [InlineData("<style>")]
    [InlineData("<noscript><object>")]
    [InlineData("<math>")]
    [InlineData("<math></math>")]
    [InlineData("<math><msup>")]
    [InlineData("<iframe>")]
    [InlineData("<picture><source srcset='a 1w'>")]
    [InlineData("<img srcset='")]
    [InlineData("<img data-src='a'>")]
    [InlineData("<x-y>")]
    [InlineData("<x-y></x-y>")]
    [InlineData("</x-y>")]
    [InlineData("<o:p/>")]
    [InlineData("<!-->")]
    [InlineData("]]>")]
    [InlineData("<![CDATA[]")]
    [InlineData("<td><b>")]
    [InlineData("&#55357;")]
    public void RepeatedFragments_AreReadInTime(string fragment)
    {
        var run = string.Concat(Enumerable.Repeat(fragment, 300_000 / fragment.Length));
        InTime(() => Feeds.Read("<rss><channel><item><title>x</title></item><item><title>" + run).Items);
        InTime(() =>
            Feeds.RssItem(
                $"<pubDate><![CDATA[{run.Replace("]]>", "", StringComparison.Ordinal)}]]></pubDate><description><![CDATA[{run.Replace("]]>", "", StringComparison.Ordinal)}]]></description>"));
        InTime(() => HtmlText.ToPlainText(run));
        InTime(() => HtmlText.Sanitise(run, null));
        InTime(() => Assert.ThrowsAny<FeedReadException>(() => Feeds.Read("<html>" + run)));
    }

    // Far above what a slow machine needs, far below what quadratic work takes.
    private static T InTime<T>(Func<T> work)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var result = work();
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"took {clock.Elapsed}");
        return result;
    }
}
