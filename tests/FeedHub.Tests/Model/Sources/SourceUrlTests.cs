using FeedHub.Model.Sources;
using FeedHub.Sources;

namespace FeedHub.Tests.Model.Sources;

/// <summary>Addresses that a source may have, and the ids that are made of titles.</summary>
public class SourceUrlTests
{
    [Theory]
    [InlineData("/http://feeds.example/rss")]
    [InlineData("/../https://feeds.example/rss")]
    [InlineData("./https://feeds.example")]
    [InlineData("//feeds.example/?from=http://feeds.example/")]
    public void WhatLinuxTakesForAFile_IsNoAddress(string url)
    {
        Assert.EndsWith(
            "is not a web address: write the whole of it, such as \"https://example.org/feed.xml\"",
            SourceUrl.Problem(url),
            StringComparison.Ordinal);
        Assert.False(SourceUrl.TryParse(url, out _));
    }

    [Theory]
    [InlineData(0xFFFE)]
    [InlineData(0xDC00)]
    public void ATitleWithNoCharacter_GivesAnId(int unit) =>
        Assert.Equal("kabar-pagi", SourceFactory.Slug($"Kabar{(char)unit}Pagi", "https://feeds.example/rss"));
}
