namespace FeedHub.Serving;

/// <summary>Lets pages of any origin read the feeds (CORS): they are public, and nothing about them depends on who asks.</summary>
internal static class CrossOrigin
{
    /// <summary>Allows the answer, and the headers that a reader goes by.</summary>
    public static void Allow(HttpResponse response)
    {
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlExposeHeaders = "ETag, Last-Modified, Link, Retry-After";
    }

    /// <summary>The answer to a browser that asks beforehand: it does so for conditional requests.</summary>
    public static IResult Preflight(HttpContext context)
    {
        Allow(context.Response);
        var headers = context.Response.Headers;
        headers.Allow = headers.AccessControlAllowMethods = "GET, HEAD, OPTIONS";
        headers.AccessControlAllowHeaders = "If-None-Match, If-Modified-Since, Cache-Control";
        headers.AccessControlMaxAge = "86400";
        return TypedResults.NoContent();
    }
}
