namespace FeedHub.Syndication.Reading.Sitemaps;

/// <summary>A stream whose first bytes can be looked at before it is read.</summary>
internal sealed class PeekedStream : ForwardStream
{
    private readonly Stream _source;
    private readonly byte[] _head;
    private int _at;

    /// <param name="source">What is read.</param>
    /// <param name="count">How many bytes are looked at.</param>
    public PeekedStream(Stream source, int count)
    {
        _source = source;
        var head = new byte[count];
        _head = head[..ReadHead(source, head)];
    }

    /// <summary>The first bytes; fewer where the stream is shorter or broken.</summary>
    public byte[] Head => _head;

    public override int Read(Span<byte> buffer)
    {
        if (_at == _head.Length)
            return _source.Read(buffer);
        var count = Math.Min(buffer.Length, _head.Length - _at);
        _head.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _source.Dispose();
        base.Dispose(disposing);
    }

    private static int ReadHead(Stream source, byte[] head)
    {
        try
        {
            return source.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            // The next read meets the same fault and says so.
            return 0;
        }
    }
}
