using System.Runtime.ExceptionServices;
using FeedHub.Syndication.Reading;

namespace FeedHub.Fetching;

/// <summary>A body as it comes over the wire, or out of one of its codings: counts it while it is read.</summary>
/// <param name="inner">The body; disposed with this.</param>
/// <param name="limit">Bytes after which reading fails.</param>
internal sealed class WireStream(Stream inner, long limit) : ForwardStream
{
    private ReadOnlyMemory<byte> _peeked;
    private ExceptionDispatchInfo? _broken;

    /// <summary>Bytes received.</summary>
    public long Received { get; private set; }

    /// <summary>True once more was asked for than there is.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>The first bytes of the body, which stay to be read; fewer than asked for if the body is shorter.</summary>
    public async Task<ReadOnlyMemory<byte>> PeekAsync(int count, CancellationToken cancellation)
    {
        var (head, came) = (new byte[count], 0);
        try
        {
            while (came < count && await ReadAsync(head.AsMemory(came), cancellation) is > 0 and var read)
                came += read;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            // The reader gets what came first.
            _broken = ExceptionDispatchInfo.Capture(e);
        }

        return _peeked = head.AsMemory(0, came);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_peeked.IsEmpty)
            return ReadPeeked(buffer);
        _broken?.Throw();
        if (buffer.IsEmpty)
            return 0;

        var read = await inner.ReadAsync(buffer, cancellationToken);
        Received += read;
        HasEnded = read == 0;
        return Received <= limit ? read : throw new BodyTooLargeException();
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private int ReadPeeked(Memory<byte> buffer)
    {
        var taken = Math.Min(buffer.Length, _peeked.Length);
        _peeked[..taken].CopyTo(buffer);
        _peeked = _peeked[taken..];
        return taken;
    }
}
