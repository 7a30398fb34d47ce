using System.IO.Compression;
using System.Security.Cryptography;

namespace FeedHub.Publishing;

/// <summary>A document of the merged feed as bytes, ready to be sent in three codings. Immutable.</summary>
public sealed class RenderedFeed
{
    private readonly Lazy<byte[]> _gzip;
    private readonly Lazy<byte[]> _brotli;
    private readonly string _hash;
    private readonly string _etag;
    private readonly string _gzipETag;
    private readonly string _brotliETag;

    /// <summary>Keeps the bytes; compressed forms are made when first asked for.</summary>
    public RenderedFeed(byte[] identity, string mediaType, DateTimeOffset lastModified)
    {
        (Identity, MediaType) = (identity, mediaType);

        // HTTP dates have whole seconds. Rounded down: none may be later than the answer's own (RFC 9110 8.8.2.1).
        LastModified = DateTimeOffset.FromUnixTimeSeconds(lastModified.ToUnixTimeSeconds());
        LastModifiedField = LastModified.ToString("r");
        _hash = Convert.ToHexStringLower(SHA256.HashData(identity).AsSpan(0, 12));
        (_etag, _gzipETag, _brotliETag) = ($"\"{_hash}\"", $"\"{_hash}-gzip\"", $"\"{_hash}-br\"");
        _gzip = new(() => Compress(stream => new GZipStream(stream, CompressionLevel.Optimal)));
        _brotli = new(() => Compress(stream => new BrotliStream(stream, CompressionLevel.Optimal)));
    }

    /// <summary>The bytes as they are.</summary>
    public byte[] Identity { get; }

    /// <summary>Media type with charset.</summary>
    public string MediaType { get; }

    /// <summary>Latest change of any story in it, in whole seconds.</summary>
    public DateTimeOffset LastModified { get; }

    /// <summary>The same as an HTTP date.</summary>
    public string LastModifiedField { get; }

    /// <summary>When the feed last changed in a significant way, as it says itself.</summary>
    public DateTimeOffset Updated { get; init; }

    /// <summary>Bytes of memory that it needs, about.</summary>
    public long Size => Identity.Length + (Identity.Length / 2);

    /// <summary>The bytes in a coding: <c>gzip</c>, <c>br</c>, or any other for identity.</summary>
    public byte[] In(string coding) => coding switch
    {
        "gzip" => _gzip.Value,
        "br" => _brotli.Value,
        _ => Identity,
    };

    /// <summary>The strong validator of a coding: other bytes, other validator (RFC 9110 8.8.3.3).</summary>
    public string ETag(string coding) => coding switch
    {
        "gzip" => _gzipETag,
        "br" => _brotliETag,
        _ => _etag,
    };

    /// <summary>
    /// What to send once <paramref name="newer"/> was rendered: this very document if the bytes are the same. Else the new one, dated
    /// later than this: a story may only have left the page, or have changed within the same second.
    /// </summary>
    public RenderedFeed Follow(RenderedFeed newer)
    {
        if (newer._hash == _hash)
            return this;
        return newer.LastModified > LastModified
            ? newer
            : new(newer.Identity, newer.MediaType, LastModified.AddSeconds(1)) { Updated = newer.Updated };
    }

    private byte[] Compress(Func<Stream, Stream> coding)
    {
        using var buffer = new MemoryStream();
        using (var compressor = coding(buffer))
            compressor.Write(Identity);
        return buffer.ToArray();
    }
}
