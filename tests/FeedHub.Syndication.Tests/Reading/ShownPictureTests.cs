using FeedHub.Syndication.Reading;
using static FeedHub.Syndication.Tests.Reading.Feeds;

namespace FeedHub.Syndication.Tests.Reading;

/// <summary>What an item's text shows and what its picture is are told by the same rules.</summary>
public class ShownPictureTests
{
    [Theory]
    [InlineData("<img src='/big.jpg' data-src='/big-150x150.jpg'>", "/big.jpg")]
    [InlineData("<img src='pic/big.jpg' srcset='/small.jpg 320w' data-src='/small.jpg'>", "/a/pic/big.jpg")]
    [InlineData("<img src='data:image/gif;base64,R0' data-src='late.jpg'>", "/a/late.jpg")]
    [InlineData("<img src='/theme/lazy.gif' data-lazy-src='//site.example/late.jpg'>", "/late.jpg")]
    [InlineData("<img src='/p-20x11.jpg' data-src='/p-800x440.jpg'>", "/p-800x440.jpg")]
    [InlineData("<img src='/1x1.gif' width='1' height='1' data-original='/late.jpg'>", "/late.jpg")]
    [InlineData("<img src='/dot.gif' width='1' height='1' data-src='/late.jpg'>", "/late.jpg")]
    [InlineData("<img src='/img/1x1.trans.gif' data-lazy-src='late.jpg'>", "/a/late.jpg")]
    [InlineData("<img src='#' data-src='/late.jpg'>", "/late.jpg")]
    [InlineData("<img data-echo='/late.jpg?w=900' alt='no/such.jpg'>", "/late.jpg?w=900")]
    [InlineData("<img src='blank.gif' zoomfile='/late.webp'>", "/late.webp")]
    [InlineData("<img src='/p.jpg' data-pin-media='/other.jpg'>", "/p.jpg")]
    [InlineData("<img data-actualsrc='/p.jpg'><noscript><img src='/p.jpg'></noscript>", "/p.jpg")]
    [InlineData("<img srcset='/s.jpg 320w, /m.jpg 1280w, /l.jpg 4000w'>", "/m.jpg")]
    [InlineData("<img data-srcset='/c_fit,w_300/s.jpg 1x,/c_fit,w_600/s.jpg 2x' alt=''>", "/c_fit,w_600/s.jpg")]
    [InlineData("<img src='/blank.gif' srcset='data:image/gif;base64,R0 1x, x.jpg'>", "/a/x.jpg")]
    [InlineData("<picture><source srcset='/p.webp' type='image/webp'><img src='/p.jpg'></picture>", "/p.jpg")]
    [InlineData(
        "<picture><source srcset='/s.webp 400w'><source data-srcset='/p.webp 900w'><img src='/placeholder.png'></picture>",
        "/p.webp")]
    [InlineData("<picture><source srcset='/p.webp'></picture>", "/p.webp")]
    [InlineData("<amp-img src='/p.jpg' width='900' layout='fill'></amp-img>", "/p.jpg")]
    [InlineData("<noscript><img src='/p.jpg'></noscript>", "/p.jpg")]
    [InlineData("<noscript>&lt;img src=\"/p.jpg\" alt=\"A quay\"&gt;</noscript>", "/p.jpg")]
    [InlineData("<img srcset='/s.jpg 320w 180h, /p.jpg 1280w 720h'>", "/p.jpg")]
    [InlineData("<img src='/theme/spinner.gif' data-url='/p.jpg'>", "/p.jpg")]
    [InlineData("<img src='/js/preloader.svg' data-late='/p.jpg'>", "/p.jpg")]
    [InlineData("<amp-img src='/p.jpg'><amp-img fallback src='/q.jpg'></amp-img></amp-img>", "/p.jpg")]
    [InlineData("<object type='image/jpeg' data='/p.jpg'>A map</object>", "/p.jpg")]
    [InlineData("<!-- <img src='/no.jpg'> --><script>'<img src=\"/no.jpg\">'</script><img src='/p.jpg'>", "/p.jpg")]
    [InlineData("<img alt=\"it's src='/no.jpg'\" title='>' src='/p.jpg'>", "/p.jpg")]
    public void ThePictureThatAReaderWouldSee_IsShown(string html, string path)
    {
        var item = RssItem($"<link>/a/b</link><description><![CDATA[{html}]]></description>");
        Assert.Equal("https://site.example" + path, item.Image?.Url);
        Assert.Contains(
            $"<img src=\"https://site.example{path}\"",
            HtmlText.Sanitise(item.ContentHtml!, item.BaseUrl),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<img src='/placeholder.png'>")]
    [InlineData("<img src='data:image/gif;base64,R0'>")]
    [InlineData("<img src='/images/blank.gif' data-src=''>")]
    [InlineData("<img src='/loading.svg' data-src='javascript:alert(1)'>")]
    [InlineData("<img srcset=', ,'>")]
    [InlineData("<img src='#'>")]
    [InlineData(
        "<img onerror=\"this.src='/p.jpg'\" data-file='p.jpg' data-bad='ftp://a.example/p.jpg' data-at='javascript:/p.jpg' "
            + "title='a/b.jpg'>")]
    [InlineData("<noscript><img src='https://count.example/tr?id=1' style='display: none'></noscript>")]
    [InlineData("<noscript><img src='https://count.example/tr?id=1' height='1' width='1'></noscript>")]
    public void WhatOnlyHoldsAPlace_IsNoPicture(string html)
    {
        var item = RssItem($"<link>/a/b</link><description><![CDATA[Words {html}]]></description>");
        Assert.Null(item.Image);
        Assert.Equal("Words", HtmlText.Sanitise(item.ContentHtml!, item.BaseUrl).Trim());
    }

    [Theory]
    [InlineData("<img class='lazy' src='/blank.gif' data-src='/p.jpg'><noscript><img src='/p.jpg'></noscript>")]
    [InlineData("<img class='lazy' data-src='/p.jpg'> <noscript><img src='/p-large.jpg'></noscript>")]
    [InlineData("<noscript><img src='/p.jpg'></noscript><img class='lazy' src='/blank.gif' data-src='/p.jpg'>")]
    [InlineData("<img class='lazy' src='/blank.gif'><noscript><img src='/p.jpg'></noscript>")]
    [InlineData("<amp-img src='/p.jpg' layout='fill'><noscript><img src='/p.jpg'></noscript></amp-img>")]
    [InlineData("<img class='lazy' data-src='/p.jpg'><noscript>&lt;img src='/p.jpg'&gt;</noscript>")]
    [InlineData("<img data-src='/q.jpg'><img data-src='/p.jpg'>text<noscript><img src='/q.jpg'><img src='/p.jpg'></noscript>")]
    public void ALazyPictureAndItsFallback_AreOnePicture(string html)
    {
        var safe = HtmlText.Sanitise(html, new Uri("https://site.example/a/b"));
        Assert.Single(safe.Split("https://site.example/p.jpg").Skip(1));
        Assert.DoesNotContain("p-large", safe, StringComparison.Ordinal);
    }

    [Fact]
    public void APictureAndAnotherInNoscript_AreBothShown() =>
        Assert.Equal(2, HtmlText.Sanitise(
            "<img src='https://i.example/1.jpg'>Text<noscript><img src='https://i.example/2.jpg'></noscript>",
            null).Split("<img").Length - 1);
}
