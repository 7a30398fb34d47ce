using CsCheck;
using FeedHub.Syndication.Identity;

namespace FeedHub.Syndication.Tests.Identity;

public class CanonicalUrlTests
{
    private const string Page = "example.com/2024/berita-satu";

    // Fixed, so that a run says the same as the last one.
    private const string Seed = "2Q9fNp0A67o1";

    [Theory]
    [InlineData("https://example.com/2024/berita-satu")]
    [InlineData("http://example.com/2024/berita-satu")]
    [InlineData("  https://EXAMPLE.com:443/2024/berita-satu/  ")]
    [InlineData("http://example.com:80//2024//berita-satu")]
    [InlineData("https://example.com./2024/x/../berita-satu")]
    [InlineData("https://user:secret@example.com/2024/berita-satu")]
    [InlineData("https://www.example.com/2024/berita-satu#komentar")]
    [InlineData("https://m.example.com/2024/berita-satu")]
    [InlineData("https://www.m.example.com/2024/berita-satu")]
    [InlineData("https://mobile.example.com/2024/berita-satu")]
    [InlineData("https://amp.example.com/2024/berita-satu")]
    [InlineData("https://example.com/amp/2024/berita-satu")]
    [InlineData("https://example.com/2024/berita-satu/amp")]
    [InlineData("https://example.com/2024/berita-satu/AMP/")]
    [InlineData("https://example.com/2024/berita-satu.amp")]
    [InlineData("https://example.com/2024/berita-satu?amp")]
    [InlineData("https://example.com/2024/berita-satu?amp=1")]
    [InlineData("https://example.com/2024/berita-satu?outputType=amp")]
    [InlineData("https://example.com/2024/berita-satu?page=all")]
    [InlineData("https://example.com/2024/berita-satu?single=1")]
    [InlineData("https://example.com/2024/berita-satu/index.html")]
    [InlineData("https://example.com/2024/berita-satu;jsessionid=0A1B2C?")]
    [InlineData("https://example.com/2024/%62erita%2Dsatu")]
    public void AddressesOfOnePage_HaveOneForm(string url) => Assert.Equal(Page, CanonicalUrl.Of(url));

    [Theory]
    [InlineData("utm_source=rss&utm_medium=feed")]
    [InlineData("UTM_Source=rss")]
    [InlineData("fbclid=IwAR0x-_y")]
    [InlineData("gclid=1&gbraid=2&wbraid=3&dclid=4&msclkid=5&yclid=6")]
    [InlineData("mc_cid=a&mc_eid=b&igshid=c&_ga=1.2&spm=x.y")]
    [InlineData("at_medium=RSS&at_campaign=KARANGA&ns_mchannel=rss")]
    [InlineData("ref_src=twsrc%5Etfw&cmpid=x&ito=1490")]
    [InlineData("source=rss&from=feed&partner=rssnyt&emc=rss&share=whatsapp")]
    [InlineData("utm_source=a&amp;utm_medium=b&amp;amp;utm_term=c")]
    [InlineData("utm_source=a?utm_medium=b&")]
    public void TrackingParameters_AreNoPartOfThePage(string query) =>
        Assert.Equal(Page, CanonicalUrl.Of($"https://example.com/2024/berita-satu?{query}"));

    [Theory]
    [InlineData("id=5")]
    [InlineData("p=5")]
    [InlineData("v=dQw4w9WgXcQ")]
    [InlineData("story=5")]
    [InlineData("q=beras")]
    [InlineData("page=2")]
    [InlineData("sid=5")]
    [InlineData("from=jakarta")]
    [InlineData("source=42")]
    [InlineData("share=42")]
    public void ParametersThatMayNameThePage_Stay(string query) =>
        Assert.Equal($"{Page}?{query}", CanonicalUrl.Of($"https://example.com/2024/berita-satu?{query}"));

    [Theory]
    [InlineData("https://example.com/read?id=5&cat=2&fbclid=x", "example.com/read?cat=2&id=5")]
    [InlineData("https://example.com/read?cat=2&utm_source=x&id=5", "example.com/read?cat=2&id=5")]
    [InlineData("https://example.com/read?id=5?utm_source=rss", "example.com/read?id=5")]
    [InlineData("https://example.com/?p=123", "example.com?p=123")]
    [InlineData("https://example.com/index.php?p=123", "example.com?p=123")]
    [InlineData("https://example.com/cari?q=a+b", "example.com/cari?q=a%20b")]
    [InlineData("https://example.com/Berita/SATU", "example.com/Berita/SATU")]
    [InlineData("https://example.com/#!/berita/1", "example.com#!/berita/1")]
    [InlineData("https://example.com:8443/a", "example.com:8443/a")]
    [InlineData("http://[2001:db8::1]:8080/a", "[2001:db8::1]:8080/a")]
    [InlineData("https://bücher.example/für", "xn--bcher-kva.example/f%C3%BCr")]
    [InlineData("https://xn--bcher-kva.example/f%c3%bcr", "xn--bcher-kva.example/f%C3%BCr")]
    [InlineData("https://example.com/2024/satu.amp.html", "example.com/2024/satu.html")]
    [InlineData("https://m.com/a", "m.com/a")]
    [InlineData("https://amp.dev/a", "amp.dev/a")]
    [InlineData("https://www2.example.com/a", "www2.example.com/a")]
    [InlineData("https://example.com/guitars/amp", "example.com/guitars/amp")]
    [InlineData("https://example.com/amp/marshall", "example.com/amp/marshall")]
    public void Address_HasItsForm(string url, string expected) => Assert.Equal(expected, CanonicalUrl.Of(url));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("https://example.com")]
    [InlineData("https://www.example.com/")]
    [InlineData("https://example.com/index.html")]
    [InlineData("https://example.com/amp/")]
    [InlineData("https://example.com/?utm_source=rss#top")]
    [InlineData("/2024/berita-satu")]
    [InlineData("//example.com/2024/berita-satu")]
    [InlineData("ftp://example.com/2024/berita-satu")]
    [InlineData("javascript:alert(1)")]
    [InlineData("tag:example.com,2005:/1")]
    [InlineData("http://")]
    [InlineData("http:///a")]
    [InlineData("http://exa mple.com/a")]
    [InlineData("https://example.com:99999/a")]
    [InlineData("http://\u2488com/a")]
    public void WhatNamesNoPage_IsNull(string? url) => Assert.Null(CanonicalUrl.Of(url));

    [Theory]
    [InlineData("https://paper.example/articles/prices-rise-again-8d3f?mod=rss_world", "paper.example/articles/prices-rise-again-8d3f")]
    [InlineData("https://paper.example/story/prices-rise?id=4&mod=hp_lead_pos1", "paper.example/story/prices-rise?id=4")]
    [InlineData("https://paper.example/2026/prices?srnd=homepage-europe&sref=x&xtor=RSS-1", "paper.example/2026/prices")]
    [InlineData(
        "https://paper.example/a-1?tsrc=rss&wprss=rss_world&mbid=rss&feedType=RSS&feedName=top&itm_campaign=x&maca=en-rss&cm_mmc=y",
        "paper.example/a-1")]
    [InlineData("https://paper.example/index.php?mod=news&id=5", "paper.example?id=5&mod=news")]
    [InlineData("https://paper.example/?mod=berita&id=5", "paper.example?id=5&mod=berita")]
    [InlineData("https://forum.example/forum.php?mod=viewthread&tid=1", "forum.example/forum.php?mod=viewthread&tid=1")]
    [InlineData("https://forum.example/forum-2?mod=viewthread&tid=1", "forum.example/forum-2?mod=viewthread&tid=1")]
    [InlineData("https://paper.example/portal?mod=news_list", "paper.example/portal?mod=news_list")]
    [InlineData("https://paper.example/read?module=a&model=b&ID=1", "paper.example/read?ID=1&model=b&module=a")]
    public void WhereAReaderCameFrom_GoesAway_AndWhatNamesThePage_Stays(string url, string canonical)
    {
        Assert.Equal(canonical, CanonicalUrl.Of(url)!.Replace("/?", "?", StringComparison.Ordinal));
        Assert.Equal(CanonicalUrl.Of(url), CanonicalUrl.Of("https://" + CanonicalUrl.Of(url)));
    }

    [Fact]
    public void AVeryLongAddress_IsNull() =>
        Assert.Null(CanonicalUrl.Of("https://example.com/" + new string('a', CanonicalUrl.MaxLength)));

    [Fact]
    public void DifferentPages_StayDifferent()
    {
        string[] urls =
        [
            "https://example.com/a", "https://example.com/A", "https://example.com/a/b", "https://example.com/a?id=1",
            "https://example.com/a?id=2", "https://example.org/a", "https://sport.example.com/a", "https://example.com/a%2Fb",
        ];
        Assert.Equal(urls.Length, urls.Select(CanonicalUrl.Of).Distinct().Count());
    }

    [Fact]
    public void AnyText_NeverThrows() => Gen.String.Sample(text =>
    {
        CanonicalUrl.Of(text);
        CanonicalUrl.Of("http://" + text);
        CanonicalUrl.Of("https://example.com/" + text);
    }, seed: Seed, iter: 20_000);

    [Fact]
    public void TheFormOfAForm_IsItself()
    {
        var part = Gen.OneOf("www.", "m.", "amp.", "a.example", "/", "/amp", "/amp/", ".amp", "index.html", "?", "&", "amp;",
            "amp=1", "id=1", "utm_x=1", "%41", "%2f", "%", "é", "a-1", "#!", "#", ";jsessionid=", "+", ":80", "//", "..", ".amp.html");
        part.Array[1, 8].Select(string.Concat).Sample(text =>
        {
            var once = CanonicalUrl.Of("https://" + text);
            Assert.Equal(once, once is null ? null : CanonicalUrl.Of("https://" + once));
        }, seed: Seed, iter: 20_000);
    }

    [Theory]
    [InlineData("https://example.com/feed/?b=2&a=1", "http://www.example.com/feed?a=1&b=2#top")]
    [InlineData("https://example.com/feed?tag[id]=1", "https://example.com/feed?tag%5Bid%5D=1")]
    [InlineData("https://example.com/feed?utm_medium=rss", "https://EXAMPLE.com:443/feed")]
    [InlineData("https://example.com/%7Eana/feed", "https://example.com/~ana/feed")]
    public void SpellingsOfOneFeed_HaveOneForm(string one, string other) =>
        Assert.Equal(CanonicalUrl.OfFeed(one), CanonicalUrl.OfFeed(other));

    [Theory]
    [InlineData("https://example.com/feed?ref=instagram", "https://example.com/feed?ref=newsletter")]
    [InlineData("https://example.com/feed?from=rss", "https://example.com/feed")]
    [InlineData("https://example.com/feed?amp=1", "https://example.com/feed")]
    [InlineData("https://m.example.com/feed", "https://example.com/feed")]
    [InlineData("https://example.com/index.php?page=all", "https://example.com/?page=all")]
    [InlineData("https://example.com/feed?apikey=one", "https://example.com/feed?apikey=two")]
    [InlineData("https://example.com/Feed", "https://example.com/feed")]
    public void WhatIsOneArticle_MayBeTwoFeeds(string one, string other) =>
        Assert.NotEqual(CanonicalUrl.OfFeed(one), CanonicalUrl.OfFeed(other));

    [Theory]
    [InlineData("https://exam\u2024ple.com/feed")]
    [InlineData("https://ex\uFFFDample.com/feed")]
    [InlineData("ftp://example.com/feed")]
    public void WhatCannotBeAsked_IsNoFeed(string url) => Assert.Null(CanonicalUrl.OfFeed(url));
}
