using System.Globalization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FeedHub.Publishing;

/// <summary>Content coding and preconditions of a GET (RFC 9110 12.5.3 and 13).</summary>
internal static class ConditionalGet
{
    private static readonly string[] Codings = ["br", "gzip"];

    /// <summary>The best coding that the client accepts: <c>br</c>, <c>gzip</c> or <c>identity</c>.</summary>
    public static string CodingFor(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        return Codings
            .Select(coding => (coding, quality: QualityOf(accepted, coding)))
            .Where(c => c.quality > 0)
            .OrderByDescending(c => c.quality)
            .Select(c => c.coding)
            .FirstOrDefault("identity");
    }

    /// <summary>
    /// Whether the client has the document already. If-None-Match compares weakly and wins over If-Modified-Since (RFC 9110
    /// 13.1.2, 13.1.3); the validator of any coding counts, since the same document is meant.
    /// </summary>
    public static bool IsNotModified(HttpRequest request, RenderedFeed feed)
    {
        if (!StringValues.IsNullOrEmpty(request.Headers.IfNoneMatch))
            return EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var tags) && tags.Any(tag => Matches(tag, feed));
        return DateTimeOffset.TryParseExact(
            request.Headers.IfModifiedSince, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since) && feed.LastModified <= since;
    }

    /// <summary>The document in the best coding with its validators, or a 304.</summary>
    public static IResult Send(HttpContext context, RenderedFeed document, string caching, string vary)
    {
        var coding = CodingFor(context.Request);
        var headers = context.Response.Headers;
        headers.ETag = document.ETag(coding);
        headers.LastModified = document.LastModified.ToString("r");
        headers.CacheControl = caching;
        headers.Vary = vary;
        if (IsNotModified(context.Request, document))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        if (coding != "identity")
            headers.ContentEncoding = coding;
        return TypedResults.Bytes(document.In(coding), document.MediaType);
    }

    private static bool Matches(EntityTagHeaderValue tag, RenderedFeed feed) =>
        tag.Equals(EntityTagHeaderValue.Any) || tag.Tag == feed.ETag("identity") || Codings.Any(coding => tag.Tag == feed.ETag(coding));

    private static double QualityOf(IList<StringWithQualityHeaderValue> accepted, string coding) =>
        (accepted.FirstOrDefault(a => a.Value.Equals(coding, StringComparison.OrdinalIgnoreCase))
            ?? accepted.FirstOrDefault(a => a.Value == "*")) is { } found ? found.Quality ?? 1 : 0;
}
