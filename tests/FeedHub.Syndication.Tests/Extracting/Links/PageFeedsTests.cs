using System.Diagnostics;
using System.Text;
using FeedHub.Syndication.Extracting.Links;

namespace FeedHub.Syndication.Tests.Extracting.Links;

/// <summary>The feeds that a page speaks of, in its head, in its body and in its data.</summary>
public sealed class PageFeedsTests
{
    [Theory]
    [InlineData("<a href='/umpan/semua'>RSS</a>", "/umpan/semua")]
    [InlineData("<a href='/terbaru'>News feed</a>", "/terbaru")]
    [InlineData("<a href='/kabar/langganan-berita'>Langganan</a>", "/kabar/langganan-berita")]
    [InlineData("<a href='/ikut'>Berlangganan</a>", "/ikut")]
    [InlineData("<a href='/x' title='RSS'><i class='icon'></i></a>", "/x")]
    [InlineData("<a href='/x'><i class='fa fa-rss'></i></a>", "/x")]
    [InlineData("<a href='/x'><img src='a.png' alt='Feed'></a>", "/x")]
    [InlineData("<a href='/x' aria-label='RSS feed of this section'></a>", "/x")]
    [InlineData("<a href='/berita/rss'>Kumpulan</a>", "/berita/rss")]
    [InlineData("<a href='/index.php?format=feed&amp;type=rss'>Kumpulan</a>", "/index.php?format=feed&type=rss")]
    [InlineData("<a href='/daerah.rss'>Daerah</a>", "/daerah.rss")]
    [InlineData("<a href='feed://paper.example/semua'>Ikuti</a>", "feed://paper.example/semua")]
    [InlineData("<a href='https://feedly.com/i/subscription/feed/https://paper.example/all'>+</a>", "https://paper.example/all")]
    [InlineData("<a href='https://add.my.yahoo.com/content?url=https%3A%2F%2Fpaper.example%2Fall'>+</a>", "https://paper.example/all")]
    public void ALinkInTheBody_IsTakenForAFeeds_ByItsWordsItsMarksOrItsAddress(string link, string address) =>
        Assert.Equal([address], Read(link).Spoken);

    [Theory]
    [InlineData("<a href='/berita/pakan-ternak-naik'>Animal feed prices rise as the harvest of maize in the province fails again</a>")]
    [InlineData("<a href='/kontak'>Feedback</a>")]
    [InlineData("<a href='#rss'>RSS</a>")]
    [InlineData("<a href='mailto:rss@paper.example'>RSS</a>")]
    [InlineData("<a href='/ekonomi/'>Ekonomi</a>")]
    [InlineData("<a href='/pengurus/'>Brisson</a>")]
    public void OtherLinksAreNot(string link) => Assert.Empty(Read(link).Spoken);

    [Fact]
    public void AddressesThatLookLikeFeeds_ComeBeforeWords_AndWordsThatMayMeanPayingComeLast() => Assert.Equal(
        ["/rss.xml", "/semua", "/paket"],
        Read("<a href='/paket'>Langganan</a><a href='/semua'>RSS</a><a href='/rss.xml'>Daftar</a>").Spoken);

    [Fact]
    public void ALinkElement_CountsWhereverItStands() => Assert.Equal(
        ["/late.xml"],
        Read($"<script>{new string('x', 300_000)}</script><link rel='alternate' type='application/rss+xml' href='/late.xml'>").Linked);

    [Fact]
    public void ThePagesData_NamesFeedsToo() => Assert.Equal(
        ["https://show.example/feed?a=1&b=2"],
        Read("""<script>{"title":"x","feedUrl":"https:\/\/show.example\/feed?a=1\u0026b=2"}</script>""").Spoken);

    [Theory]
    [InlineData("""<meta itemprop="identifier" content="UCabcdefghijklmnopqrstuv">""")]
    [InlineData("""<link rel="canonical" href="https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv">""")]
    [InlineData("""<script>{"browseId":"UCzzzzzzzzzzzzzzzzzzzzzz","externalId":"UCabcdefghijklmnopqrstuv"}</script>""")]
    public void AChannelsId_IsThatOfThePage_NotOfWhatItShows(string html) =>
        Assert.Equal("UCabcdefghijklmnopqrstuv", PageData.Channel(html));

    [Fact]
    public void APageOfAMillionLinks_IsReadWithinSeconds_AndGivesAFew()
    {
        var clock = Stopwatch.StartNew();
        Assert.InRange(Read(string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"<a href='/{i}/rss'>RSS"))).Spoken.Count, 1, 100);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    private static PageFeeds Read(string html) => PageFeeds.Of(Encoding.UTF8.GetBytes($"<html><body>{html}</body></html>"), "text/html");
}
