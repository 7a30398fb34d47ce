using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Tests.Reading;

public sealed class WebLinksTests
{
    private static readonly Uri Page = new("https://a.example/dir/page");

    [Theory]
    [InlineData("<https://hub.example/>; rel=\"hub\"", "https://hub.example/", "hub")]
    [InlineData("<https://hub.example/>;rel=HUB", "https://hub.example/", "hub")]
    [InlineData("<feed.xml> ; rel = \"self alternate\"", "https://a.example/dir/feed.xml", "self alternate")]
    [InlineData("<//hub.example/x>; title=\"a, b; c>\"; rel=hub", "https://hub.example/x", "hub")]
    [InlineData("<https://hub.example/?a=1,2;b>; rel=hub", "https://hub.example/?a=1,2;b", "hub")]
    [InlineData("<https://hub.example/>; rel=hub; rel=self", "https://hub.example/", "hub")]
    public void ALink_IsReadWithItsRelations(string header, string target, string relations)
    {
        var link = Assert.Single(WebLinks.Read([header], Page));
        Assert.Equal((target, relations), (link.Target, string.Join(' ', link.Relations)));
    }

    [Fact]
    public void SeveralLinks_OfSeveralHeaders_ComeInOrder()
    {
        var links =
            WebLinks.Read(
                ["<https://h.example/1>; rel=hub, <https://h.example/2>; rel=\"hub\"",
                    "</feed>; rel=self; type=\"application/RSS+xml\"; title=\"News \\\"today\\\"\""], Page);
        Assert.Equal(["https://h.example/1", "https://h.example/2", "https://a.example/feed"], links.Select(l => l.Target));
        Assert.Equal(("application/rss+xml", "News \"today\""), (links[2].Type, links[2].Title));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<")]
    [InlineData("<>")]
    [InlineData(",,;;\"")]
    [InlineData("https://hub.example/; rel=hub")]
    [InlineData("<https://hub.example/>")]
    [InlineData("<javascript:alert(1)>; rel=hub")]
    [InlineData("<file:///etc/passwd>; rel=hub")]
    [InlineData("<https://hub.example/>; rel=hub; anchor=\"https://other.example/\"")]
    public void WhatIsNoLinkOfThisDocument_IsPassedOver(string header) => Assert.Empty(WebLinks.Read([header], Page));

    [Fact]
    public void AFloodOfLinks_IsCutOff() =>
        Assert.Equal(50, WebLinks.Read([string.Join(',', Enumerable.Repeat("<https://h.example/>;rel=hub", 5000))], Page).Count);
}
