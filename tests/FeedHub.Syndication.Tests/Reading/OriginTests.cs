using FeedHub.Syndication.Reading;
using static FeedHub.Syndication.Tests.Reading.Feeds;

namespace FeedHub.Syndication.Tests.Reading;

/// <summary>Whose an item was before an aggregator took it over.</summary>
public class OriginTests
{
    [Fact]
    public void ASearchFeedOfRss_NamesThePublisherOfEachItem() => Assert.Equal(
        new Origin("Kabar & Teluk", "https://www.teluk.example"),
        RssItem("<title>Ferry - Kabar Teluk</title><source url='https://www.teluk.example'>Kabar &amp;amp; Teluk</source>").Origin);

    [Fact]
    public void APlanet_KeepsTheFeedOfEachEntry_ByItsPageBeforeItsFeed()
    {
        Assert.Equal(
            new Origin("Ana's notes", "https://ana.example/"),
            AtomEntry("<source><id>tag:x</id><title>Ana's notes</title><link rel='self' href='https://ana.example/feed'/><link href='https://ana.example/'/></source>").Origin);
        Assert.Equal(
            new Origin(null, "https://ana.example/feed"),
            AtomEntry("<source><link rel='self' href='https://ana.example/feed'/></source>").Origin);
        Assert.Equal(
            new Origin("Ana", "https://ana.example/id"), AtomEntry("<source><id>https://ana.example/id</id><title>Ana</title></source>")
                .Origin);
        Assert.Equal(
            new Origin("Ana", null),
            Read("<rss version='2.0' xmlns:a='http://www.w3.org/2005/Atom'><channel><item><title>x</title><a:source><a:title>Ana</a:title></a:source></item></channel></rss>").Items[0].Origin);
    }

    [Theory]
    [InlineData("<source url='https://elsewhere.example/f'>NEWS</source>")]
    [InlineData("<source url='https://feeds.example/news/rss.xml'>All the news</source>")]
    [InlineData("<source url='http://www.site.example'>All the news</source>")]
    [InlineData("<source/>")]
    [InlineData("<source url='javascript:alert(1)'> </source>")]
    public void TheFeedItself_OrNothing_IsNoOrigin(string source) => Assert.Null(RssItem($"<title>x</title>{source}").Origin);

    [Fact]
    public void AnotherFeedHub_SaysWhoWasFirst()
    {
        var feed = Read("""
            { "version": "https://jsonfeed.org/version/1.1", "title": "Hub", "items": [
              { "id": "1", "title": "a", "_feedhub": { "source": { "id": "g", "title": "Search", "feed_url": "https://g.example/rss" }, "origin": { "title": "Teluk" } } },
              { "id": "2", "title": "b", "_feedhub": { "source": { "id": "l", "title": "Laut", "feed_url": "https://laut.example/rss" } } },
              { "id": "3", "title": "c", "_feedhub": { "source": "Laut", "origin": [] } } ] }
            """);
        Assert.Equal([new("Teluk", null), new("Laut", "https://laut.example/rss"), null], feed.Items.Select(item => item.Origin));
    }

    [Fact]
    public void AnEndlessName_IsCut_AndAnEndlessAddressLeftOut()
    {
        var origin = RssItem($"<source url='https://a.example/{new string('a', 5000)}'>{new string('b', 5000)}</source>").Origin!;
        Assert.Equal((1000, null), (origin.Title!.Length, origin.Url));
    }
}
