using System.IO.Compression;

namespace FeedHub.Syndication.Reading.Sitemaps;

/// <summary>
/// A document's bytes without the gzip around them, which its first bytes tell and no name or header: ".xml" comes packed and ".xml.gz"
/// bare, or packed twice. It ends at its bound, and where the packing breaks off.
/// </summary>
internal sealed class UnpackedStream : ForwardStream
{
    // Servers that pack what is packed already do so once.
    private const int MostLayers = 3;

    private readonly Stream _source;
    private long _left;

    /// <param name="body">As received.</param>
    /// <param name="most">Most bytes that come out.</param>
    public UnpackedStream(Stream body, long most)
    {
        (_source, _left) = (body, most);
        for (var layer = 0; layer < MostLayers; layer++)
        {
            var peeked = new PeekedStream(_source, 2);
            _source = peeked;
            if (peeked.Head is not [0x1F, 0x8B])
                return;
            _source = new GZipStream(peeked, CompressionMode.Decompress);
        }
    }

    /// <summary>True once the document has proven to be longer than its bound, or its packing to be broken.</summary>
    public bool IsCut { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (IsCut || buffer.Length == 0)
            return 0;
        var read = Unpacked(buffer);
        IsCut |= read > _left;
        read = (int)Math.Min(read, _left);
        _left -= read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _source.Dispose();
        base.Dispose(disposing);
    }

    private int Unpacked(Span<byte> buffer)
    {
        try
        {
            return _source.Read(buffer);
        }
        catch (InvalidDataException)
        {
            // What came before is whole: a sitemap that breaks off is read as far as it goes, and says so.
            IsCut = true;
            return 0;
        }
    }
}
