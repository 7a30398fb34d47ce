using System.Text;
using FeedHub.Syndication.Reading.Sitemaps;

namespace FeedHub.Syndication.Tests.Reading.Sitemaps;

/// <summary>Sitemaps as publishers write them.</summary>
public sealed class SitemapDocumentTests
{
    private const string Whole =
        "<news:publication_date>2026-11-29T08:30:00+07:00</news:publication_date><news:title>Panen raya di Tegal</news:title>";

    [Fact]
    public void AnEntryOfNews_IsReadWithEveryField()
    {
        var entry = Maps.One(Maps.Set(
            "<url><loc> https://harian.example/a?x=1&amp;y=2 </loc><lastmod>2026-11-29</lastmod><changefreq>hourly</changefreq><news:news>"
            + "<news:publication><news:name>Harian</news:name><news:language>in_ID</news:language></news:publication>"
            + $"{Whole}<news:keywords>padi, Tegal , panen</news:keywords></news:news>"
            + "<image:image><image:loc>/foto/padi.jpg</image:loc><image:title>Sawah</image:title></image:image></url>"));
        Assert.Equal(("https://harian.example/a?x=1&y=2", "Panen raya di Tegal"), (entry.Url, entry.Title));
        Assert.Equal(new StatedTime(new(2026, 11, 29, 1, 30, 0, TimeSpan.Zero), IsDay: false), entry.Published);
        Assert.Equal(new StatedTime(new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero), IsDay: true), entry.Modified);
        Assert.Equal(["padi", "Tegal", "panen"], entry.Keywords);
        Assert.Equal(("id-ID", "https://harian.example/foto/padi.jpg", true), (entry.Language, entry.Image, entry.IsNews));
    }

    [Fact]
    public void TheNewsExtension_IsKnownByItsNames_InAnyNamespaceAndPrefix()
    {
        var text = Maps.Set(Maps.News("a", Whole));
        foreach (var other in new[]
        {
            text.Replace("http://www.google.com/schemas/sitemap-news/0.9", "https://www.google.com/schemas/sitemap-news/1.1"),
            text.Replace("news:", "n:"),
            text.Replace(" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\"", ""),
            text.Replace("<news:", "<NEWS:").Replace("</news:", "</NEWS:"),
        })
        {
            var entry = Maps.One(other);
            Assert.Equal(("Panen raya di Tegal", "id", true), (entry.Title, entry.Language, entry.IsNews));
            Assert.NotNull(entry.Published);
        }
    }

    [Theory]
    [InlineData("Kurs < 16.000 per dolar", "Kurs < 16.000 per dolar")]
    [InlineData("Aku <3 Persib & kamu", "Aku <3 Persib & kamu")]
    [InlineData("<![CDATA[ Rp 5 < Rp 6 & naik ]]>", "Rp 5 < Rp 6 & naik")]
    [InlineData("Caf&eacute; &amp;amp; Kopi", "Café & Kopi")]
    [InlineData("<![CDATA[<b>Banjir</b> di ]]>Kudus", "Banjir di Kudus")]
    [InlineData("Ekspor a<b dan naik", "Ekspor a<b dan naik")]
    public void ATitle_SaysWhatIsWritten(string written, string title) =>
        Assert.Equal(title, Maps.One(Maps.Set(Maps.News("a", $"<news:title>{written}</news:title>"))).Title);

    [Theory]
    [InlineData("[\"banjir\", \"Demak, Jateng\"]", "banjir|Demak|Jateng")]
    [InlineData("[&quot;banjir&quot;,&quot;Demak&quot;]", "banjir|Demak")]
    [InlineData("['banjir', 'Demak']", "banjir|Demak")]
    [InlineData("<![CDATA[[{\"id\":1,\"name\":\"banjir\"},{\"id\":2,\"name\":\"Demak\"}]]]>", "banjir|Demak")]
    [InlineData("banjir; Demak", "banjir|Demak")]
    [InlineData("banjir, , banjir,Banjir,", "banjir")]
    [InlineData("[]", "")]
    public void Keywords_AreTheWords_HoweverTheListIsPrinted(string written, string words) =>
        Assert.Equal(words, string.Join('|', Maps.One(Maps.Set(Maps.News("a", $"<news:keywords>{written}</news:keywords>"))).Keywords));

    [Fact]
    public void AnEntryWithoutDate_AndOneOfPlainPages_AreEntriesToo()
    {
        var sitemap = Maps.Read(Maps.Set(
            Maps.News("a", "<news:publication_date></news:publication_date><news:title>Tanpa tanggal</news:title>"),
            "<url><loc>https://harian.example/kanal</loc></url>"));
        Assert.Equal((SitemapKind.Pages, false, "Harian Contoh"), (sitemap.Kind, sitemap.IsCut, sitemap.Publication));
        Assert.Equal([true, false], sitemap.Entries.Select(entry => entry.IsNews));
        Assert.All(sitemap.Entries, entry => Assert.Null(entry.Published));
    }

    [Fact]
    public void AVideo_GivesWhatNothingElseSays()
    {
        var entry = Maps.One(
            "<urlset><url><loc>https://harian.example/v</loc><video:video><video:thumbnail_loc>https://harian.example/v.jpg</video:thumbnail_loc>"
            + "<video:title>Detik-detik gempa</video:title><video:publication_date>2026-11-28</video:publication_date>"
            + "<video:player_loc>https://harian.example/player</video:player_loc></video:video></url></urlset>");
        Assert.Equal(
            ("https://harian.example/v", "Detik-detik gempa", "https://harian.example/v.jpg"),
            (entry.Url, entry.Title, entry.Image));
        Assert.True(entry.Published!.Value.IsDay);
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("windows-1251", "windows-1251")]
    [InlineData("iso-8859-1", "utf-8")]
    public void ACharset_IsTheOneOfTheBytes(string declared, string used)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var title = used == "windows-1251" ? "Новости дня" : "Le café « bleu »";
        var text = $"<?xml version=\"1.0\" encoding=\"{declared}\"?>" + Maps.Set(Maps.News("a", $"<news:title>{title}</news:title>"));
        var encoding = Encoding.GetEncoding(used);
        var sitemap = SitemapDocument.Read((byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(text)], Maps.Options);
        Assert.Equal(title, Assert.Single(sitemap.Entries).Title);
    }

    [Fact]
    public void Gzip_IsToldByTheBytes_AndTakenOffTwice()
    {
        var bytes = Encoding.UTF8.GetBytes(Maps.Set(Maps.News("a", Whole)));
        Assert.Single(SitemapDocument.Read(Maps.Packed(bytes), Maps.Options).Entries);
        Assert.Single(SitemapDocument.Read(Maps.Packed(Maps.Packed(bytes)), Maps.Options).Entries);
    }

    [Fact]
    public void AnIndex_NamesItsSitemaps()
    {
        var index = Maps.Read(
            "<sitemapindex><sitemap><loc><![CDATA[https://harian.example/news.xml]]></loc><lastmod>2026-11-29T09:00:00+07:00</lastmod></sitemap>"
            + "<sitemap><loc>/arsip.xml</loc></sitemap></sitemapindex>");
        Assert.Equal(SitemapKind.Index, index.Kind);
        Assert.Equal(["https://harian.example/news.xml", "https://harian.example/arsip.xml"], index.Entries.Select(entry => entry.Url));
    }

    [Fact]
    public void ATextFile_IsASitemapToo() => Assert.Equal(
        ["https://harian.example/1", "https://harian.example/2"],
        Maps.Read("\uFEFFhttps://harian.example/1\r\nhttps://harian.example/2\nno address\n").Entries.Select(entry => entry.Url));

    [Theory]
    [InlineData("")]
    [InlineData("<!DOCTYPE html><html><body><a href='/a'>A</a></body></html>")]
    [InlineData("<urlset")]
    [InlineData("{\"a\": 1}")]
    public void WhatIsNoSitemap_HasNoEntries(string text) => Assert.Empty(Maps.Read(text).Entries);
}
