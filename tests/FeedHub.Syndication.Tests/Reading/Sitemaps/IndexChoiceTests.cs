using FeedHub.Syndication.Reading.Sitemaps;

namespace FeedHub.Syndication.Tests.Reading.Sitemaps;

/// <summary>Which sitemaps of an index are worth a request.</summary>
public sealed class IndexChoiceTests
{
    private static SitemapEntry Child(string name, int? daysAgo = null) => new()
    {
        Url = $"https://harian.example/{name}",
        Modified = daysAgo is { } days ? new(Maps.Now.AddDays(-days), IsDay: false) : null,
    };

    private static IEnumerable<string> Picked(params SitemapEntry[] children) =>
        IndexChoice.Pick(children, Maps.Now).Select(child => child.Url["https://harian.example/".Length..]);

    [Fact]
    public void WhatIsCalledNews_ComesFirst_AndOtherThingsNever() => Assert.Equal(
        ["sitemap-berita.xml", "a.xml"],
        Picked(Child("a.xml", 0), Child("tag-sitemap.xml", 0), Child("sitemap-image.xml", 0), Child("sitemap-berita.xml", 1),
            Child("page.xml")));

    [Fact]
    public void WhatHasNotChangedForDays_IsLeftOut() =>
        Assert.Equal(["news-2.xml"], Picked(Child("news-1.xml", 40), Child("news-2.xml", 0)));

    [Fact]
    public void MonthsThatAreOver_AreLeftOut() => Assert.Equal(
        ["sitemap-2026-11.xml", "sitemap-2026.xml"],
        Picked(Child("sitemap-2019-03.xml"), Child("sitemap-2026-11.xml"), Child("sitemap-2025.xml"), Child("sitemap-2026.xml"),
            Child("2026/09/s.xml")));

    [Fact]
    public void OfARowWithoutDates_ItsEndsAreRead() => Assert.Equal(
        ["post-sitemap1.xml", "post-sitemap12.xml"],
        Picked([.. Enumerable.Range(1, 12).Select(n => Child($"post-sitemap{n}.xml"))]));

    [Fact]
    public void MoreThanTheMost_AreNotAsked() =>
        Assert.Equal(10, Picked([.. Enumerable.Range(1, 5000).Select(n => Child($"{n}.xml", 0))]).Count());

    [Fact]
    public void ContentDecides_WhatHoldsNews()
    {
        Assert.True(IndexChoice.HoldsNews(Maps.Read(Maps.Set(Maps.News("a", "<news:title>A</news:title>"))), Maps.Now));
        Assert.True(IndexChoice.HoldsNews(
            Maps.Read("<urlset><url><loc>https://a.example/b</loc><lastmod>2026-11-28</lastmod></url></urlset>"),
            Maps.Now));
        Assert.False(IndexChoice.HoldsNews(
            Maps.Read("<urlset><url><loc>https://a.example/b</loc><lastmod>2024-11-28</lastmod></url></urlset>"),
            Maps.Now));
    }
}
