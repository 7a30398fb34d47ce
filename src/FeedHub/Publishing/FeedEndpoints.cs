using FeedHub.Ingesting;
using FeedHub.Sources;
using FeedHub.Syndication.Writing;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace FeedHub.Publishing;

/// <summary>The merged feed's addresses.</summary>
internal static class FeedEndpoints
{
    private const int MaxAgeSeconds = 60;

    /// <summary>Maps the three feeds and the sources as OPML.</summary>
    public static void MapMergedFeeds(this IEndpointRouteBuilder app)
    {
        foreach (var output in FeedOutput.All)
            app.MapMethods(output.Path, [HttpMethods.Get, HttpMethods.Head], (HttpContext context, FilterRequest request, MergedFeeds feeds, PublicAddress address) =>
                SendAsync(context, output, request, feeds, address));
        app.MapGet("/sources.opml", OpmlAsync);
    }

    private static async Task<IResult> SendAsync(HttpContext context, FeedOutput output, FilterRequest request, MergedFeeds feeds, PublicAddress address)
    {
        var (filter, error) = await request.ReadAsync(context.Request, context.RequestAborted);
        if (filter is null)
            return FilterRequest.Problem(error!);
        var baseUrl = address.Of(context.Request);
        var feed = await feeds.GetAsync(filter, output, baseUrl);
        return Send(context, feed, $"{baseUrl}{output.Path}{filter.Query}");
    }

    private static IResult Send(HttpContext context, RenderedFeed feed, string self)
    {
        var headers = context.Response.Headers;
        headers.Link = $"<{self}>; rel=\"self\"";
        headers.AccessControlAllowOrigin = "*";
        return ConditionalGet.Send(context, feed, $"public, max-age={MaxAgeSeconds}, stale-while-revalidate={MaxAgeSeconds * 10}", HeaderNames.AcceptEncoding);
    }

    private static async Task<IResult> OpmlAsync(SourceCatalogue catalogue, FeedTitles titles, CancellationToken cancellation)
    {
        var sources = await catalogue.AllAsync(cancellation);
        var outlines = sources.Select(s => new OpmlSource(s.DisplayTitle, s.Url, s.Link, s.Categories, s.Language ?? s.FeedLanguage)).ToList();
        return TypedResults.Bytes(OpmlWriter.Write(titles.TitleOf(new()), outlines), "text/x-opml; charset=utf-8");
    }
}

/// <summary>Reads the filter of a request.</summary>
public sealed class FilterRequest(StoryQueries queries, Taggers taggers)
{
    /// <summary>The filter, or what is wrong with it.</summary>
    public async Task<(StoryFilter? Filter, FilterError? Error)> ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        StoryFilterReader.Read(request.Query, taggers.Vocabulary, await queries.SourcesAsync(cancellation));

    /// <summary>The answer to a bad filter (RFC 9457).</summary>
    public static IResult Problem(FilterError error) => TypedResults.Problem(
        statusCode: StatusCodes.Status400BadRequest,
        title: $"Bad value of {error.Parameter}",
        detail: $"{error.Parameter}: {error.Detail}",
        extensions: [new("parameter", error.Parameter)]);
}

/// <summary>The base of the addresses that FeedHub gives out.</summary>
public sealed class PublicAddress(IOptions<FeedHubOptions> options)
{
    /// <summary><c>FeedHub:PublicUrl</c> without a trailing slash, or null.</summary>
    public string? Configured { get; } = string.IsNullOrEmpty(options.Value.PublicUrl) ? null : options.Value.PublicUrl.TrimEnd('/');

    /// <summary><c>FeedHub:PublicUrl</c>, else what the request was sent to; without a trailing slash.</summary>
    public string Of(HttpRequest request)
    {
        var asked = Configured ?? $"{request.Scheme}://{request.Host}{request.PathBase}";

        // A Host header that is no host would make every address in the feed unusable.
        return Uri.TryCreate(asked, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && asked.IndexOfAny(['<', '>', '"', '\\', ' ']) < 0
            ? asked
            : "http://localhost";
    }
}
