using System.Diagnostics;
using System.Text;
using FeedHub.Syndication.Reading.Sitemaps;

namespace FeedHub.Syndication.Tests.Reading.Sitemaps;

/// <summary>Sitemaps that are too large, broken or malicious: read as far as they go, soon and in little memory.</summary>
public sealed class HostileSitemapTests
{
    private static readonly string Head = "<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>";

    [Fact]
    public void WhatIsLongerThanItsBound_IsCutThere()
    {
        var packed = Maps.Packed(
            Encoding.UTF8.GetBytes(Head + string.Concat(Enumerable.Repeat("<url><loc>https://a.example/1</loc></url>", 300_000))));
        var sitemap = SitemapDocument.Read(packed, Maps.Options with { MaxBytes = 1024 * 1024 });
        Assert.True(sitemap.IsCut);
        Assert.InRange(sitemap.Entries.Count, 20_000, 30_000);
    }

    [Fact]
    public void TheNewestStay_WhereThereAreTooMany()
    {
        var entries = Enumerable.Range(0, 500).Select(n =>
            $"<url><loc>https://a.example/{n}</loc><lastmod>{Maps.Now.AddDays(n % 2 == 0 ? -n : -1000 - n):yyyy-MM-dd}</lastmod></url>");
        var sitemap = Maps.Read(Maps.Set([.. entries]), Maps.Options with { MaxEntries = 3 });
        Assert.Equal(["/0", "/2", "/4"], sitemap.Entries.Select(entry => new Uri(entry.Url).AbsolutePath));
        Assert.Equal(497, sitemap.LeftOut);
    }

    [Fact]
    public void AnEntityBomb_StaysWhatIsWritten()
    {
        var text = "<!DOCTYPE urlset [<!ENTITY a 'haha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c SYSTEM 'file:///etc/passwd'>]>"
            + Maps.Set(Maps.News("a", "<news:title>Judul &b; &c;</news:title>"));
        Assert.Equal("Judul &b; &c;", Maps.One(text).Title);
    }

    [Fact]
    public void ADocumentThatBreaksOff_GivesItsWholeEntries()
    {
        var whole = Maps.Set(Maps.News("a", "<news:title>Satu</news:title>"), Maps.News("b", "<news:title>Dua</news:title>"));
        var sitemap = Maps.Read(whole[..whole.IndexOf("Dua", StringComparison.Ordinal)]);
        Assert.True(sitemap.IsCut);
        Assert.Equal("Satu", Assert.Single(sitemap.Entries).Title);
        var packed = Maps.Packed(Encoding.UTF8.GetBytes(whole));
        Assert.True(SitemapDocument.Read(packed.AsMemory(0, packed.Length - 30), Maps.Options).IsCut);
    }

    [Theory]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<loc><![CDATA[")]
    [InlineData("<url>")]
    [InlineData("<url><loc>https://a.example/")]
    [InlineData("<news:title><")]
    [InlineData("<loc a='")]
    [InlineData("<!DOCTYPE [")]
    [InlineData("<?x ")]
    [InlineData("<url><news:keywords>[[[[[[[[")]
    [InlineData("&#x41;")]
    public void ManyOfOneBrokenThing_TakeNoTime(string piece)
    {
        var text = Head + string.Concat(Enumerable.Repeat(piece, 4_000_000 / piece.Length));
        var time = Stopwatch.StartNew();
        Maps.Read(text);
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(20), time.Elapsed.ToString());
    }
}
