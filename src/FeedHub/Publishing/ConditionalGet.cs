using FeedHub.Fetching;
using FeedHub.Serving.Sending;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FeedHub.Publishing;

/// <summary>Content coding and preconditions of a GET (RFC 9110 12.5.3 and 13).</summary>
internal static class ConditionalGet
{
    private static readonly string[] Codings = ["br", "gzip"];
    private static readonly IResult NotModified = new Nothing();

    /// <summary>The best coding that the client accepts: <c>br</c>, <c>gzip</c> or <c>identity</c>.</summary>
    public static string CodingFor(HttpRequest request)
    {
        if (request.Headers.AcceptEncoding.Count == 0)
            return "identity";
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
            return IsNamed(request.Headers.IfNoneMatch, feed);
        return HttpDate.Parse(request.Headers.IfModifiedSince) is { } since && feed.LastModified <= since;
    }

    /// <summary>The document in the best coding with its validators, or a 304.</summary>
    public static IResult Send(HttpContext context, RenderedFeed document, string caching, string vary)
    {
        var coding = CodingFor(context.Request);
        var headers = context.Response.Headers;
        headers.ETag = document.ETag(coding);
        headers.LastModified = document.LastModifiedField;
        headers.CacheControl = caching;
        headers.Vary = vary;
        return IsNotModified(context.Request, document)
            ? NotModified
            : new Whole(document, coding);
    }

    private static bool IsNamed(StringValues field, RenderedFeed feed)
    {
        if (field is [{ } alone] && IsOneOf(alone, feed))
            return true;

        // What cannot be read names nothing: the client gets the document.
        return EntityTagHeaderValue.TryParseStrictList(field, out var tags)
            && tags.Any(tag => (tag.Equals(EntityTagHeaderValue.Any) && tags.Count == 1) || IsOneOf(tag.Tag.Value!, feed));
    }

    private static bool IsOneOf(string tag, RenderedFeed feed) =>
        tag == feed.ETag("identity") || Codings.Any(coding => tag == feed.ETag(coding));

    private static double QualityOf(IList<StringWithQualityHeaderValue> accepted, string coding) =>
        (accepted.FirstOrDefault(a => a.Value.Equals(coding, StringComparison.OrdinalIgnoreCase))
            ?? accepted.FirstOrDefault(a => a.Value == "*")) is { } found ? found.Quality ?? 1 : 0;

    private sealed class Nothing : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
    }

    private sealed class Whole(RenderedFeed document, string coding) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var (response, bytes) = (httpContext.Response, document.In(coding));
            response.ContentType = document.MediaType;
            response.ContentLength = bytes.Length;
            if (coding != "identity")
                response.Headers.ContentEncoding = coding;
            return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : SlicedBody.SendAsync(httpContext, bytes);
        }
    }
}
