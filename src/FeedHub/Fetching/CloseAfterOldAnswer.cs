using System.Text;

namespace FeedHub.Fetching;

/// <summary>
/// A connection on which an answer of HTTP/1.0 is the last: it ends with its answer (RFC 9112 9.3), whereas the handler would ask
/// on it again and find it closed. The handler learns it as a <c>Connection: close</c> in that answer.
/// </summary>
/// <param name="inner">The connection, in the clear; disposed with this.</param>
internal sealed class CloseAfterOldAnswer(Stream inner) : Stream
{
    // Longer than any status line; what has no end by then is the handler's to refuse.
    private const int MaxLine = 4096;

    private ReadOnlyMemory<byte> _held;
    private volatile bool _answerIsDue;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private static ReadOnlySpan<byte> Old => "HTTP/1.0"u8;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_held.IsEmpty)
        {
            // Whether an answer is due is asked afterwards: the handler reads ahead on a connection at rest.
            var read = await inner.ReadAsync(buffer, cancellationToken);
            if (read == 0 || !_answerIsDue)
                return read;
            _answerIsDue = false;
            if (!MayBeOld(buffer.Span[..read]))
                return read;
            _held = Marked(await LineAsync(buffer[..read], cancellationToken));
        }

        var taken = Math.Min(buffer.Length, _held.Length);
        _held[..taken].CopyTo(buffer);
        _held = _held[taken..];
        return taken;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _answerIsDue = true;
        return inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private static bool MayBeOld(ReadOnlySpan<byte> start) =>
        Old[..Math.Min(start.Length, Old.Length)].SequenceEqual(start[..Math.Min(start.Length, Old.Length)]);

    private async Task<byte[]> LineAsync(ReadOnlyMemory<byte> start, CancellationToken cancellation)
    {
        List<byte> line = [.. start.Span];
        var more = new byte[MaxLine];
        while (!line.Contains((byte)'\n') && line.Count < MaxLine && await inner.ReadAsync(more, cancellation) is > 0 and var read)
            line.AddRange(more.AsSpan(0, read));
        return [.. line];
    }

    private static byte[] Marked(byte[] start)
    {
        var end = Array.IndexOf(start, (byte)'\n') + 1;
        return end == 0 || !start.AsSpan().StartsWith(Old)
            ? start
            : [.. start[..end], .. Encoding.ASCII.GetBytes("Connection: close\r\n"), .. start[end..]];
    }
}
