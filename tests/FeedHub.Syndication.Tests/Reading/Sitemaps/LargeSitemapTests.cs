using System.Text;
using FeedHub.Syndication.Reading.Sitemaps;

namespace FeedHub.Syndication.Tests.Reading.Sitemaps;

/// <summary>The memory that a large sitemap takes while it is read: measured over the whole process, so no other test runs beside
/// it.</summary>
[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LargeSitemapTests
{
    private const string Name = "The memory of the process";

    [Fact]
    public void FiftyMegabytes_AreReadWhole_InTheMemoryOfWhatIsKept()
    {
        var padding = new string('x', 800);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var body = new RepeatedStream(
            "<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>",
            n => $"<url><loc>https://harian.example/{n}</loc><news:news><news:title>Berita {n}</news:title></news:news><!-- {padding} --></url>",
            48 * 1024 * 1024,
            "</urlset>");
        var sitemap = SitemapDocument.Read(body, Maps.Options with { MaxEntries = 1000 });
        Assert.False(sitemap.IsCut);
        Assert.Equal((1000, body.Count), (sitemap.Entries.Count, sitemap.Entries.Count + sitemap.LeftOut));
        Assert.InRange(body.MostHeld - before, 1, 24 * 1024 * 1024);
    }

    /// <summary>A document that is made while it is read, and looks at the memory in use each four megabytes.</summary>
    private sealed class RepeatedStream(string head, Func<int, string> entry, long length, string tail) : MemoryStream
    {
        private byte[] _now = Encoding.UTF8.GetBytes(head);
        private int _at;
        private long _made;
        private long _looked;
        private bool _isOver;

        public int Count { get; private set; }

        /// <summary>The most memory that was in use while it was read, in bytes.</summary>
        public long MostHeld { get; private set; }

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
            Look();
            return true;
        }

        private void Look()
        {
            if (_made - _looked < 4 * 1024 * 1024)
                return;
            _looked = _made;
            MostHeld = Math.Max(MostHeld, GC.GetTotalMemory(forceFullCollection: true));
        }
    }
}
