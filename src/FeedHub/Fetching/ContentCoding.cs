using System.IO.Compression;

namespace FeedHub.Fetching;

/// <summary>Undoes <c>Content-Encoding</c> (RFC 9110 8.4), whether we asked for it or not.</summary>
internal static class ContentCoding
{
    /// <summary>The name of the one coding that the headers name; "identity" if none.</summary>
    /// <exception cref="FetchException">There are several: layers of gzip are a bomb, not a feed.</exception>
    public static string Of(IEnumerable<string> headers)
    {
        var codings = headers
            .SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(name => name.ToLowerInvariant())
            .Where(name => name != "identity")
            .ToList();
        return codings.Count > 1
            ? throw new FetchException("HTTP 200, but its body is encoded more than once (Content-Encoding)")
            : codings.FirstOrDefault() ?? "identity";
    }

    /// <summary>The decoded body.</summary>
    /// <exception cref="FetchException">FeedHub does not read this coding.</exception>
    public static async Task<Stream> DecodeAsync(string coding, WireStream wire, CancellationToken cancellation) => coding switch
    {
        "identity" => wire,
        "gzip" or "x-gzip" => new GZipStream(wire, CompressionMode.Decompress),
        "br" => new BrotliStream(wire, CompressionMode.Decompress),
        "deflate" => await InflateAsync(wire, cancellation),
        _ => throw new FetchException($"HTTP 200, but FeedHub cannot read its Content-Encoding, \"{Clip(coding)}\""),
    };

    // RFC 9110 8.4.1.2 means zlib by "deflate", and some servers send it bare: a zlib header is a multiple of 31 (RFC 1950 2.2).
    private static async Task<Stream> InflateAsync(WireStream wire, CancellationToken cancellation)
    {
        var head = await wire.PeekAsync(2, cancellation);
        var isZlib = head is { Length: 2, Span: [var method, var flags] } && (method & 0x0F) == 8 && ((method << 8) + flags) % 31 == 0;
        return isZlib ? new ZLibStream(wire, CompressionMode.Decompress) : new DeflateStream(wire, CompressionMode.Decompress);
    }

    private static string Clip(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
