using FeedHub.Syndication.Identity;

namespace FeedHub.Syndication.Tests.Identity;

public class CleanUrlTests
{
    [Theory]
    [InlineData("https://laut.example/a?utm_source=rss", "https://laut.example/a")]
    [InlineData("https://laut.example/a?utm_source=rss&id=7&UTM_Medium=feed&fbclid=x", "https://laut.example/a?id=7")]
    [InlineData("https://laut.example/a?id=7&gclid=x#komentar", "https://laut.example/a?id=7#komentar")]
    [InlineData("https://laut.example/a?b=2&a=1&mc_cid=5&c=%C3%A9", "https://laut.example/a?b=2&a=1&c=%C3%A9")]
    [InlineData("https://laut.example/?p=12?utm_source=rss&utm_medium=feed", "https://laut.example/?p=12")]
    [InlineData("https://laut.example/a?id=7&amp;utm_source=rss", "https://laut.example/a?id=7")]
    [InlineData("https://laut.example/a?utm%5Fsource=rss&id=7", "https://laut.example/a?id=7")]
    [InlineData("https://laut.example/a#xtor=RSS-1", "https://laut.example/a")]
    [InlineData("https://laut.example/a?id=7#utm_source=rss&utm_campaign=x", "https://laut.example/a?id=7")]
    [InlineData("https://laut.example/a?from=rss&ref=teluk", "https://laut.example/a?ref=teluk")]
    [InlineData("https://laut.example/a?gad_source=1&srsltid=x&id=7", "https://laut.example/a?id=7")]
    [InlineData("https://laut.example/a?irclickid=x&__s=y&_kx=z", "https://laut.example/a")]
    [InlineData("https://laut.example/a?elqTrackId=x&bsft_uid=y&ck_subscriber_id=1", "https://laut.example/a")]
    [InlineData("https://laut.example/a?fb_ref=x&sc_src=email_1&wt_mc_o=y", "https://laut.example/a")]
    public void WhatTellsWhereAReaderCameFrom_GoesAndTheRestStaysAsWritten(string url, string clean) =>
        Assert.Equal(clean, CleanUrl.Of(url));

    [Theory]
    [InlineData("https://laut.example/a?id=7&page=all")]
    [InlineData("https://LAUT.example:443/A/../b/?z=1&a=2&&amp;c=+")]
    [InlineData("https://laut.example/a?")]
    [InlineData("https://laut.example/a?amp=1")]
    [InlineData("https://laut.example/a#bagian=2")]
    [InlineData("https://laut.example/#!/berita?utm_source=x")]
    [InlineData("https://laut.example/a?utm_source=rss&signature=abc")]
    [InlineData("https://laut.example/to?url=https%3A%2F%2Fa.example%2F%3Futm_source%3Drss")]
    [InlineData("not an address")]
    public void WhatNamesThePage_OrIsSigned_IsLeftAlone(string url) => Assert.Equal(url, CleanUrl.Of(url));

    [Fact]
    public void AnEndlessAddress_IsLeftAlone()
    {
        var url = "https://laut.example/?" + string.Concat(Enumerable.Repeat("utm_source=rss&", 1_000));
        Assert.Equal(url, CleanUrl.Of(url));
    }
}
