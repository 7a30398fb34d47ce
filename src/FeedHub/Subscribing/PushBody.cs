using System.Buffers;
using FeedHub.Fetching;
using FeedHub.Serving;
using FeedHub.Syndication.Reasons;
using Microsoft.AspNetCore.Http.Features;

namespace FeedHub.Subscribing;

/// <summary>The body of a push: read within its limit, and decoded only once its signature was found right.</summary>
internal static class PushBody
{
    private const int Chunk = 16 * 1024;

    /// <summary>The body as it was sent, or null if it is larger than the limit.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellation)
    {
        if (request.ContentLength > limit)
            return null;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = (long)limit + Chunk;
        RequestBodies.Limit(request.HttpContext, (long)limit + Chunk);
        var bytes = new ArrayBufferWriter<byte>(Chunk);
        while (await request.Body.ReadAsync(bytes.GetMemory(Chunk), cancellation) is > 0 and var read)
        {
            if (read > limit - bytes.WrittenCount)
                return null;
            bytes.Advance(read);
        }

        return bytes.WrittenMemory;
    }

    /// <summary>The document, or why there is none.</summary>
    public static async Task<(ReadOnlyMemory<byte> Document, Reason? Refusal)> DecodeAsync(
        ReadOnlyMemory<byte> body, IEnumerable<string> codings, int limit, CancellationToken cancellation)
    {
        try
        {
            await using var wire = new WireStream(new MemoryStream(body.ToArray(), writable: false), limit);
            var read = await new BodyReader(wire, ContentCoding.Of(codings), limit).ReadAsync(cancellation);
            return read.BrokeOff is null ? (read.Bytes, null) : (default, Reason.Of(ReasonCode.PushBrokeOff, read.BrokeOff));
        }
        catch (BodyTooLargeException)
        {
            return (default, Reason.Of(ReasonCode.PushTooLargeDecoded, FailureWords.Size(limit)));
        }
        catch (FetchException error)
        {
            return (default, WithoutStatus(error.Reason));
        }
    }

    /// <summary>The reasons of polls name the status of their answer, and a push has no status.</summary>
    public static Reason WithoutStatus(Reason reason) =>
        reason.Code == ReasonCode.HttpBut && reason.Argument(1) is { } without ? without : reason;
}
