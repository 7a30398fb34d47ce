using FeedHub.Syndication.Reading;
using static FeedHub.Syndication.Tests.Reading.Feeds;

namespace FeedHub.Syndication.Tests.Reading;

/// <summary>Every picture, sound and film of an item is one of its attachments.</summary>
public class MediaFileTests
{
    [Fact]
    public void EnclosuresComeFirst_ThenTheMedia_EachAddressOnce() => Assert.Equal(
        [
            new Enclosure("https://site.example/a.mp3", "audio/mpeg", 5),
            new Enclosure("https://site.example/b.mp3", "audio/mpeg", null),
            new Enclosure("https://site.example/1.jpg", "image/jpeg", 77),
            new Enclosure("https://site.example/film.mp4", "video/mp4", null),
            new Enclosure("https://site.example/film.webm", "video/webm", null),
        ],
        RssItem("""
            <enclosure url="/a.mp3" type="audio/mpeg" length="5"/><enclosure url="/b.mp3" type="audio/mpeg"/>
            <media:content url="/1.jpg" type="image/jpeg" fileSize="77"/><media:content url="/a.mp3" type="audio/mpeg"/>
            <media:group><media:content url="/film.mp4" type="video/mp4"/><media:content url="/film.webm" type="video/webm"/></media:group>
            """).Enclosures);

    [Theory]
    [InlineData("url='/a.PNG?w=1#x'", "image/png")]
    [InlineData("url='/a' medium='image'", "image/*")]
    [InlineData("url='/a' medium='Video'", "video/*")]
    [InlineData("url='/a.html' medium='document'", null)]
    [InlineData("url='/a.mp3' type='audio/x-own' medium='image'", "audio/x-own")]
    public void AFileWithoutAType_HasThatOfItsEnding_OrItsMedium(string attributes, string? type) =>
        Assert.Equal(type, Assert.Single(RssItem($"<media:content {attributes}/>").Enclosures).Type);

    [Theory]
    [InlineData("<media:content medium='video'><media:player url='https://site.example/watch'/></media:content>")]
    [InlineData("<media:content url='javascript:x()' medium='image'/>")]
    [InlineData("<media:content url='https://count.example/p.gif' medium='image' width='1' height='1'/>")]
    public void APlayer_ACountingPixel_OrNoAddress_IsNoFile(string media) => Assert.Empty(RssItem(media).Enclosures);

    [Fact]
    public void AnAtomEntry_HasItsLinksAndItsMedia() => Assert.Equal(
        ["https://site.example/a.mp3", "https://site.example/b.ogg", "https://site.example/p.jpg"],
        AtomEntry("""
            <link rel="enclosure" href="https://site.example/a.mp3"/><link rel="enclosure" href="https://site.example/b.ogg"/>
            <media:group xmlns:media="http://search.yahoo.com/mrss/"><media:content url="https://site.example/p.jpg"/></media:group>
            """).Enclosures.Select(file => file.Url));

    [Fact]
    public void OfEndlessMedia_AHundredAreTaken_AndTheFeedSaysSo()
    {
        var feed =
            Read(Rss("<item>" + string.Concat(Enumerable.Range(0, 20_000).Select(n => $"<media:content url='/{n}.jpg'/>")) + "</item>"));
        Assert.Equal(100, feed.Items[0].Enclosures.Count);
        Assert.Contains(feed.Problems, problem => problem.ToString().Contains("attachments", StringComparison.Ordinal));
    }
}
