using System.IO.Compression;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Fetching;

/// <summary>
/// Undoes what a body is encoded in, by what <c>Content-Encoding</c> names (RFC 9110 8.4) as far as the bytes bear it out: servers name
/// charsets there, or "none", and hand out gzip files without a word.
/// </summary>
internal static class ContentCoding
{
    /// <summary>Most codings of one body: what is in more of them is a bomb, not a feed.</summary>
    public const int MaxLayers = 3;

    /// <summary>The codings that the headers name, in the order in which they were applied; empty if none.</summary>
    /// <exception cref="FetchException">They are more than <see cref="MaxLayers"/>.</exception>
    public static IReadOnlyList<string> Of(IEnumerable<string> headers)
    {
        var codings = headers
            .SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(name => name.ToLowerInvariant())
            .Where(name => name != "identity")
            .ToList();
        return codings.Count > MaxLayers ? throw TooMany() : codings;
    }

    /// <summary>The decoded body.</summary>
    /// <param name="codings">What the headers name.</param>
    /// <param name="wire">The body on the wire.</param>
    /// <param name="limit">Most bytes that may come out of any of the codings.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="FetchException">FeedHub does not read this coding.</exception>
    public static async Task<WireStream> DecodeAsync(
        IReadOnlyList<string> codings,
        WireStream wire,
        long limit,
        CancellationToken cancellation)
    {
        var body = wire;
        foreach (var coding in codings.Reverse())
            body = await UndoAsync(coding, body, limit, cancellation);
        for (var layers = 0; await UnpackedAsync(body, cancellation) is { } inner; layers++)
            body = layers < MaxLayers ? new(inner, limit) : throw TooMany();
        return body;
    }

    // What the bytes say, also where the headers name nothing or something else.
    private static async Task<Stream?> UnpackedAsync(WireStream body, CancellationToken cancellation)
    {
        var head = await body.PeekAsync(BodyHead.Length, cancellation);
        return BodyHead.IsGzip(head.Span) ? new GZipStream(body, CompressionMode.Decompress)
            : BodyHead.IsZlib(head.Span) && !BodyHead.IsText(head.Span) ? new ZLibStream(body, CompressionMode.Decompress)
            : null;
    }

    private static async Task<WireStream> UndoAsync(string coding, WireStream body, long limit, CancellationToken cancellation)
    {
        var head = await body.PeekAsync(BodyHead.Length, cancellation);
        Stream? decoded = coding switch
        {
            "gzip" or "x-gzip" => BodyHead.IsGzip(head.Span) ? new GZipStream(body, CompressionMode.Decompress) : null,
            _ when BodyHead.IsGzip(head.Span) => null,
            "br" => BodyHead.IsMarkup(head.Span) ? null : new BrotliStream(body, CompressionMode.Decompress),
            "deflate" or "x-deflate" => BodyHead.IsMarkup(head.Span) ? null : Inflate(body, head.Span),
            _ => BodyHead.IsText(head.Span) && !BodyHead.IsZstandard(head.Span) ? null : throw Unreadable(coding),
        };
        return decoded is null ? body : new(decoded, limit);
    }

    // RFC 9110 8.4.1.2 means zlib by "deflate", and some servers send it bare.
    private static Stream Inflate(WireStream body, ReadOnlySpan<byte> head) =>
        BodyHead.IsZlib(head) ? new ZLibStream(body, CompressionMode.Decompress) : new DeflateStream(body, CompressionMode.Decompress);

    private static FetchException Unreadable(string coding) =>
        new(FailureWords.ButOf200(ReasonCode.UnknownCoding, coding.Length <= 40 ? coding : coding[..40] + "…"));

    private static FetchException TooMany() => new(FailureWords.ButOf200(ReasonCode.TooManyCodings, MaxLayers));
}
