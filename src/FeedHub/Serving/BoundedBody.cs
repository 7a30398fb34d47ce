using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;

namespace FeedHub.Serving;

/// <summary>
/// A request's body of which no more than a limit can be read. Kestrel's own limit breaks the connection off, and with it the answer that
/// says why; what is left unread behind this one Kestrel reads to its end, for some seconds, and throws away.
/// </summary>
internal sealed class BoundedBody(Stream body, long limit) : Stream
{
    private long _read;

    /// <summary>Most bytes; more is a 413.</summary>
    public long Limit { get; set; } = limit;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await body.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Count(body.Read(buffer, offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Count(int read) => (_read += read) <= Limit
        ? read
        : throw new BadHttpRequestException("The body is too large: send less at once.", StatusCodes.Status413PayloadTooLarge);
}
