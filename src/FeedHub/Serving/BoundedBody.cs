using FeedHub.Syndication.Reading;
using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;

namespace FeedHub.Serving;

/// <summary>
/// A request's body of which no more than a limit can be read. Kestrel's own limit breaks the connection off, and with it the answer that
/// says why; what is left unread behind this one Kestrel reads to its end, for some seconds, and throws away.
/// </summary>
internal sealed class BoundedBody(Stream body, long limit) : ForwardStream
{
    private long _read;

    /// <summary>Most bytes; more is a 413.</summary>
    public long Limit { get; set; } = limit;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await body.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Count(body.Read(buffer, offset, count));

    private int Count(int read) => (_read += read) <= Limit
        ? read
        : throw new BadHttpRequestException("The body is too large: send less at once.", StatusCodes.Status413PayloadTooLarge);
}
