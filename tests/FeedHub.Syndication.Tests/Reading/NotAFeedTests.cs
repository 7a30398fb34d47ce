namespace FeedHub.Syndication.Tests.Reading;

public class NotAFeedTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \r\n ", "empty")]
    [InlineData(
        "<!DOCTYPE html><html><head><title>Welcome &amp; hello</title></head><body><p>x</body></html>",
        "HTML page titled “Welcome & hello”")]
    [InlineData(
        "<html><head><title>Just a moment...</title></head><body><script src='/cdn-cgi/challenge-platform/x.js'></script></body></html>",
        "challenge page")]
    [InlineData("{\"error\":\"not found\"}", "JSON")]
    [InlineData("[1,2]", "JSON")]
    [InlineData("{\"error\":", "JSON")]
    [InlineData("Service unavailable", "plain text: Service unavailable")]
    [InlineData("%PDF-1.7\n%âãÏÓ", "a file of the format PDF")]
    [InlineData("\u0089PNG\r\n\u001A\n\0\0\0\rIHDR", "a file of the format PNG")]
    [InlineData("PK\u0003\u0004\u0014\0\0", "a file of the format ZIP")]
    [InlineData("\u0001\u0002\u0003xyz", "the body is not a text")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><title>A crest</title></svg>", "its root is <svg>")]
    [InlineData("<?xml version='1.0'?><xbel><title>Links</title></xbel>", "its root is <xbel>")]
    [InlineData("<div><h1>Not here</h1></div>", "HTML page")]
    [InlineData("<?xml version='1.0'?><urlset><url/></urlset>", "let the source's kind be \"sitemap\"")]
    [InlineData("<?xml version='1.0'?><!-- <html> --><opml version='2.0'><head><title>My feeds</title></head><body><outline "
        + "xmlUrl='https://a.example/f'/></body></opml>", "OPML, a list of feeds, and no feed itself: import it")]
    [InlineData("<opml><head></head><body></opml>", "OPML")]
    [InlineData("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
        + "xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://a.example/1</loc><n:news><n:title>x</n:title></n:news></url></urlset>", "a sitemap (<urlset>)")]
    [InlineData(
        "<s:urlset xmlns:s='http://www.sitemaps.org/schemas/sitemap/0.9'><s:url><title>x</title></s:url></s:urlset>",
        "a sitemap (<urlset>)")]
    [InlineData("<sitemapindex><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>",
        "index of sitemaps (<sitemapindex>), and no feed: let the source's kind be \"sitemap\"")]
    [InlineData("<html><body><pre>&lt;opml></pre><opml></opml></body></html>", "HTML page")]
    public void WhatIsNoFeed_IsNamed(string text, string expected) =>
        Assert.Contains(expected, Feeds.Fails(text).Message, StringComparison.Ordinal);

    [Fact]
    public void ThePagesOwnFeed_IsOffered()
    {
        var error = Feeds.Fails(
            "<html><head><link rel='alternate' type='application/rss+xml' title='x' href='/feed.xml?a=1&amp;b=2'></head></html>");
        Assert.Equal(["/feed.xml?a=1&b=2"], error.FeedLinks);
    }

    [Theory]
    [InlineData("<meta http-equiv='refresh' content='0; url=/news/rss.xml'>", "/news/rss.xml", true)]
    [InlineData("<META HTTP-EQUIV=Refresh CONTENT=\"0;URL='https://b.example/feed?a=1&amp;b=2'\">", "https://b.example/feed?a=1&b=2", true)]
    [InlineData("<meta content='3,url=../atom' http-equiv='refresh'/>", "../atom", true)]
    [InlineData("<meta http-equiv='refresh' content='0; url=/id/'>", "/id/", false)]
    [InlineData("<meta http-equiv='refresh' content='0;/news/feed'>", "/news/feed", true)]
    [InlineData("<meta http-equiv='refresh' content='0;url='>", null, false)]
    [InlineData("<meta http-equiv='refresh' content='300'>", null, false)]
    [InlineData("<!-- <meta http-equiv='refresh' content='0; url=/feed'> -->", null, false)]
    [InlineData("<meta name='refresh' content='0; url=/feed'>", null, false)]
    public void APageThatSendsOn_SaysWhere_AndOffersItIfItLooksLikeAFeed(string tag, string? target, bool isOffered)
    {
        var error = Feeds.Fails($"<html><head>{tag}</head><body></body></html>");
        Assert.Equal(target, error.SendsOnTo);
        Assert.Equal(isOffered ? [target!] : [], error.FeedLinks);
    }
}
