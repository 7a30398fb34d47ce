using FeedHub.Syndication.Reading;
using static FeedHub.Syndication.Tests.Reading.Feeds;

namespace FeedHub.Syndication.Tests.Reading;

public class HintsTests
{
    [Fact]
    public void PollingHints_AreRead()
    {
        var hints = Read(Rss("<ttl>60</ttl><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>"
            + "<skipHours><hour>24</hour><hour>5</hour><hour>x</hour></skipHours><skipDays><day>Sunday</day><day>8</day></skipDays>"))
                .Hints;
        Assert.Equal((TimeSpan.FromHours(1), TimeSpan.FromMinutes(30)), (hints.Ttl, hints.UpdateInterval));
        Assert.Equal([0, 5], hints.SkipHours);
        Assert.Equal([DayOfWeek.Sunday], hints.SkipDays);
    }

    [Theory]
    [InlineData("<ttl>0</ttl>")]
    [InlineData("<ttl>-5</ttl>")]
    [InlineData("<ttl>soon</ttl><sy:updatePeriod>sometimes</sy:updatePeriod>")]
    [InlineData("<ttl>99999999999</ttl>")]
    public void HintsThatMakeNoSense_AreNone(string xml) =>
        Assert.Equal((null, null), (Read(Rss(xml)).Hints.Ttl, Read(Rss(xml)).Hints.UpdateInterval));

    [Fact]
    public void HubsAndSelf_AreRead()
    {
        var feed = Read("<feed xmlns='http://www.w3.org/2005/Atom'><link rel='hub' href='https://hub.example/'/><link rel='self' "
            + "href='/atom.xml'/></feed>");
        Assert.Equal(["https://hub.example/"], feed.Hubs);
        Assert.Equal("https://feeds.example/atom.xml", feed.Self);
    }

    [Theory]
    [InlineData("<link>https://e.example/a/b</link><description>x</description>", "https://e.example/a/b")]
    [InlineData("<link>https://e.example/a/b</link><description>x</description><xml/>", "https://e.example/a/b")]
    [InlineData("<description>x</description>", "https://site.example/")]
    public void TextsOfRss_AreRelativeToTheItemsPage(string xml, string expected) =>
        Assert.Equal(expected, RssItem(xml).BaseUrl?.AbsoluteUri);

    [Fact]
    public void TextsOfAtom_FollowXmlBase()
    {
        var item = Read("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.example/'><entry><link href='/p/1'/>"
            + "<content type='html' xml:base='img/'>&lt;img src='1.png'></content></entry></feed>").Items[0];
        Assert.Equal("<img src=\"https://a.example/img/1.png\">", HtmlText.Sanitise(item.ContentHtml!, item.BaseUrl));
    }
}
