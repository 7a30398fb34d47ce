using System.Buffers.Text;
using FeedHub.Syndication.Identity;

namespace FeedHub.Syndication.Tests.Reading;

/// <summary>Links that lead through a counting page to the page that they carry.</summary>
public class RedirectorTests
{
    private const string Page = "https://paper.example/berita/satu?id=7&p=2";
    private static readonly string Coded = Uri.EscapeDataString(Page);

    [Theory]
    [InlineData("https://www.google.com/url?rct=j&sa=t&url={0}&ct=ga&cd=CAIy&usg=AOv")]
    [InlineData("https://www.google.co.id/url?q={0}&sa=U")]
    [InlineData("http://news.google.com/news/url?sa=t&fd=R&ct2=us&url={0}")]
    [InlineData("http://www.bing.com/news/apiclick.aspx?ref=FexRss&aid=&tid=1&url={0}&c=99&mkt=en-us")]
    [InlineData("https://l.facebook.com/l.php?u={0}&h=AT0")]
    [InlineData("https://www.youtube.com/redirect?event=video_description&q={0}")]
    [InlineData("https://out.reddit.com/t3_abc?url={0}&token=x")]
    [InlineData("https://duckduckgo.com/l/?kh=-1&uddg={0}")]
    [InlineData("https://away.vk.com/away.php?to={0}")]
    [InlineData("https://www.linkedin.com/safety/go?url={0}&trk=x")]
    [InlineData("https://nam02.safelinks.protection.outlook.com/?url={0}&data=x")]
    [InlineData("https://r.search.yahoo.com/_ylt=A0/RV=2/RE=1/RO=10/RU={0}/RK=2/RS=x-")]
    [InlineData("https://urldefense.com/v3/__https://paper.example/berita/satu?id=7&p=2__;!!x")]
    [InlineData("https://www.google.com/amp/s/paper.example/berita/satu?id=7&p=2")]
    [InlineData("https://paper-example.cdn.ampproject.org/c/s/paper.example/berita/satu?id=7&p=2")]
    public void APageInTheLink_IsWhereReadersGo(string link)
    {
        var item = Feeds.RssItem($"<title>x</title><link>{Escaped(string.Format(null, link, Coded))}</link>");
        Assert.Equal((string.Format(null, link, Coded), Page), (item.Url, item.Page));
        Assert.Equal("paper.example/berita/satu?id=7&p=2", CanonicalUrl.Of(item.Page));
    }

    [Fact]
    public void AtomAndJson_AreReadTheSame_AndSoIsOneRedirectInAnother()
    {
        var link = "https://www.google.com/url?url=" + Uri.EscapeDataString("https://l.facebook.com/l.php?u=" + Coded);
        Assert.Equal(Page, Feeds.AtomEntry($"<link href='{link}'/>").Page);
        var json = $$"""{ "version": "https://jsonfeed.org/version/1.1", "items": [ { "id": "1", "title": "x", "url": "{{link}}" } ] }""";
        Assert.Equal(Page, Assert.Single(Feeds.Read(json).Items).Page);
    }

    [Fact]
    public void GoogleNews_CarriesTheOlderLinksInTheirPath()
    {
        byte[] message = [0x08, 0x13, 0x22, (byte)Page.Length, .. System.Text.Encoding.ASCII.GetBytes(Page), 0xD2, 0x01, 0x00];
        var link = $"https://news.google.com/rss/articles/{Base64Url.EncodeToString(message)}?oc=5";
        Assert.Equal(Page, Feeds.RssItem($"<link>{link}</link>").Page);
    }

    [Theory]
    [InlineData("https://www.google.com/search?q=https://paper.example/a")]
    [InlineData("https://www.google.com/url?sa=t&usg=AOv")]
    [InlineData("https://www.google.com/url?url=/local")]
    [InlineData("https://www.google.com/url?url=javascript:alert(1)//://")]
    [InlineData("https://www.google.com.evil.example/url?url=https://paper.example/a")]
    [InlineData("https://paper.example/redirect?url=https://other.example/a")]
    [InlineData("https://www.youtube.com/watch?v=abc&q=https://other.example/a")]
    [InlineData("https://news.google.com/rss/articles/CBMiAAAA")]
    [InlineData("https://news.google.com/rss/articles/CBMi_38")]
    [InlineData("https://news.google.com/rss/articles/CBMihgJBVV95cUxQ?oc=5")]
    public void WhatCarriesNoPage_StaysAsItIs(string link) => Assert.Equal(link, Feeds.RssItem($"<link>{Escaped(link)}</link>").Page);

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal);
}
