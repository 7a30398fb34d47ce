using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace FeedHub.Demo;

/// <summary>Answers with bytes, or with 304 to those who have them.</summary>
internal static class Answer
{
    /// <summary>Sends HTML.</summary>
    public static Task Html(HttpContext context, string page) => Bytes(context, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(page));

    /// <summary>Sends bytes without validators.</summary>
    public static Task Bytes(HttpContext context, string type, byte[] bytes)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    /// <summary>Sends a feed, or the page in its place, with its validators, in gzip to those who ask.</summary>
    public static Task Feed(HttpContext context, PublisherEdition edition)
    {
        var gzip = context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        var bytes = gzip ? Gzip(edition.ToBytes()) : edition.ToBytes();
        var headers = context.Response.GetTypedHeaders();

        // A strong tag is of the bytes sent, so gzip and plain have different ones (RFC 9110 section 8.8.1).
        headers.ETag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..24]}\"");
        headers.LastModified = edition.Changed;
        context.Response.Headers.Vary = "Accept-Encoding";
        if (IsKnown(context.Request.GetTypedHeaders(), headers.ETag, edition.Changed))
            return NotModified(context);
        if (gzip)
            context.Response.Headers.ContentEncoding = "gzip";
        return Bytes(context, edition.MediaType + "; charset=utf-8", bytes);
    }

    // If-Modified-Since counts only where there is no If-None-Match (RFC 9110 section 13.1.3).
    private static bool IsKnown(RequestHeaders request, EntityTagHeaderValue tag, DateTimeOffset changed) =>
        request.IfNoneMatch.Count > 0
            ? request.IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false))
            : request.IfModifiedSince is { } since && changed <= since;

    private static Task NotModified(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
