using System.Diagnostics;
using System.Text;
using FeedHub.Syndication.Reading.Sitemaps;

namespace FeedHub.Syndication.Tests.Reading.Sitemaps;

/// <summary>Sitemaps that are too large, broken or malicious: read as far as they go, soon and in little memory.</summary>
public sealed class HostileSitemapTests
{
    private static readonly string Head = "<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>";

    [Fact]
    public void FiftyMegabytes_AreReadWhole_InTheMemoryOfWhatIsKept()
    {
        var padding = new string('x', 800);
        var body = new RepeatedStream(
            Head,
            n => $"<url><loc>https://harian.example/{n}</loc><news:news><news:title>Berita {n}</news:title></news:news><!-- {padding} --></url>",
            48 * 1024 * 1024,
            "</urlset>");
        var (sitemap, most) = Measured(body, Maps.Options with { MaxEntries = 1000 });
        Assert.False(sitemap.IsCut);
        Assert.Equal((1000, body.Count), (sitemap.Entries.Count, sitemap.Entries.Count + sitemap.LeftOut));
        Assert.True(most < 24 * 1024 * 1024, $"{most:N0} bytes");
    }

    [Fact]
    public void WhatIsLongerThanItsBound_IsCutThere()
    {
        var packed = Maps.Packed(Encoding.UTF8.GetBytes(Head + string.Concat(Enumerable.Repeat("<url><loc>https://a.example/1</loc></url>", 300_000))));
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

    private static (ParsedSitemap Sitemap, long Most) Measured(Stream body, SitemapOptions options)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var sitemap = SitemapDocument.Read(body, options);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        return (sitemap, after - before);
    }

    /// <summary>A document that is made while it is read.</summary>
    private sealed class RepeatedStream(string head, Func<int, string> entry, long length, string tail) : MemoryStream
    {
        private byte[] _now = Encoding.UTF8.GetBytes(head);
        private int _at;
        private long _made;
        private bool _isOver;

        public int Count { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            if (_at == _now.Length && !More())
                return 0;
            var count = Math.Min(buffer.Length, _now.Length - _at);
            _now.AsSpan(_at, count).CopyTo(buffer);
            _at += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        private bool More()
        {
            if (_isOver)
                return false;
            _isOver = _made >= length;
            _now = Encoding.UTF8.GetBytes(_isOver ? tail : entry(Count++));
            (_at, _made) = (0, _made + _now.Length);
            return true;
        }
    }
}
