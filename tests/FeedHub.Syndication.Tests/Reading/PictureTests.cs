using FeedHub.Syndication.Reading;
using static FeedHub.Syndication.Tests.Reading.Feeds;

namespace FeedHub.Syndication.Tests.Reading;

public class PictureTests
{
    private const string Media = "<media:content medium='image' url='https://i.example/m.jpg' width='800' height='600'/>";
    private const string Thumbnail = "<media:thumbnail url='https://i.example/t.jpg' width='320' height='200'/>";
    private const string File = "<enclosure url='https://i.example/e.jpg' type='image/jpeg' length='9'/>";
    private const string Text = "<description>&lt;p&gt;&lt;img src=\"/c.jpg\" width=\"640px\" "
        + "height=\"50%\"&gt;Text&lt;/p&gt;</description><link>https://site.example/a/</link>";

    [Theory]
    [InlineData(Text + File + Thumbnail + Media, "https://i.example/m.jpg", 800, 600)]
    [InlineData(Text + File + Thumbnail, "https://i.example/t.jpg", 320, 200)]
    [InlineData(Text + File, "https://i.example/e.jpg", null, null)]
    [InlineData(Text, "https://site.example/c.jpg", 640, null)]
    public void Picture_IsMediaContent_Thumbnail_Enclosure_FirstInTheText(string xml, string url, int? width, int? height) =>
        Assert.Equal(new Picture(url, width, height), RssItem(xml).Image);

    [Fact]
    public void OfSeveralSizes_TheFirstThatIsWideEnoughIsTaken() => Assert.Equal(
        "https://i.example/460.jpg",
        RssItem("<media:content medium='image' width='140' url='https://i.example/140.jpg'/><media:content medium='image' width='460' "
            + "url='https://i.example/460.jpg'/>").Image?.Url);

    [Theory]
    [InlineData("<img src='https://pixel.wp.com/b.gif?host=a'>")]
    [InlineData("<img src='https://x.example/i?a=1' width=1 height=1>")]
    [InlineData("<img src='https://feeds.feedburner.com/~r/a/~4/b' height='1' width='1'/>")]
    [InlineData("<img src='https://b.scorecardresearch.com/p?c1=2'>")]
    [InlineData("<img src='https://site.example/spacer.gif'>")]
    public void PixelsThatCountReaders_AreNoPicture_AndAreNotRepublished(string pixel)
    {
        var item = RssItem($"<description><![CDATA[<p>Text {pixel}<img src='https://i.example/real.jpg'></p>]]></description>");
        Assert.Equal("https://i.example/real.jpg", item.Image?.Url);
        Assert.Equal("<p>Text <img src=\"https://i.example/real.jpg\"></p>", HtmlText.Sanitise(item.ContentHtml!, null));
    }

    [Theory]
    [InlineData("<img src='https://s.example/wp-includes/images/smilies/simple-smile.png'>")]
    [InlineData("<img src='https://s.example/like.png' width='16' height='16'>")]
    [InlineData("<img src='https://secure.gravatar.com/avatar/1'>")]
    public void Ornaments_StandForNoItem_ButStayInTheText(string ornament)
    {
        var item = RssItem($"<description><![CDATA[<p>Text {ornament}</p>]]></description>");
        Assert.Null(item.Image);
        Assert.Contains("<img", HtmlText.Sanitise(item.ContentHtml!, null));
    }

    [Fact]
    public void PictureThatAScriptWasToLoad_IsLoadedAtOnce()
    {
        const string late = "<img src='data:image/gif;base64,R0' data-src='https://i.example/late.jpg'>";
        Assert.Equal("https://i.example/late.jpg", RssItem($"<description><![CDATA[{late}]]></description>").Image?.Url);
        Assert.Equal("<img src=\"https://i.example/late.jpg\">", HtmlText.Sanitise(late, null));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//evil")]
    public void LateAddress_IsOneOfTheWeb(string address) =>
        Assert.DoesNotContain("<img src=\"j", HtmlText.Sanitise($"<img data-src='{address}'>", null));

    [Fact]
    public void JsonFeed_FallsBackToThePictureInTheText() => Assert.Equal(
        "https://site.example/p.jpg",
        Read("""{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[{"id":"1","url":"https://site.example/a","content_html":"<img src='p.jpg'>"}]}""").Items[0].Image?.Url);
}
