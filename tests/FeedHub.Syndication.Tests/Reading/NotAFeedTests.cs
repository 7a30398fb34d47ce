namespace FeedHub.Syndication.Tests.Reading;

public class NotAFeedTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \r\n ", "empty")]
    [InlineData("<!DOCTYPE html><html><head><title>Welcome &amp; hello</title></head><body><p>x</body></html>", "HTML page titled “Welcome & hello”")]
    [InlineData("<html><head><title>Just a moment...</title></head><body><script src='/cdn-cgi/challenge-platform/x.js'></script></body></html>", "challenge page")]
    [InlineData("{\"error\":\"not found\"}", "JSON")]
    [InlineData("[1,2]", "JSON")]
    [InlineData("{\"error\":", "JSON")]
    [InlineData("Service unavailable", "plain text: Service unavailable")]
    [InlineData("<?xml version='1.0'?><urlset><url/></urlset>", "<urlset>")]
    public void WhatIsNoFeed_IsNamed(string text, string expected) => Assert.Contains(expected, Feeds.Fails(text).Message, StringComparison.Ordinal);

    [Fact]
    public void ThePagesOwnFeed_IsOffered()
    {
        var error = Feeds.Fails("<html><head><link rel='alternate' type='application/rss+xml' title='x' href='/feed.xml?a=1&amp;b=2'></head></html>");
        Assert.Equal(["/feed.xml?a=1&b=2"], error.FeedLinks);
    }
}
