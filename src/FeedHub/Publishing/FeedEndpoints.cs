using FeedHub.Sources;
using FeedHub.Syndication.Writing;
using Microsoft.Net.Http.Headers;

namespace FeedHub.Publishing;

/// <summary>The merged feed's addresses.</summary>
internal static class FeedEndpoints
{
    /// <summary>Maps the three feeds and the sources as OPML.</summary>
    public static void MapMergedFeeds(this IEndpointRouteBuilder app)
    {
        var caching = app.ServiceProvider.GetRequiredService<FeedCaching>();
        foreach (var output in FeedOutput.All)
        {
            app.MapMethods(output.Path, [HttpMethods.Get, HttpMethods.Head], (HttpContext context, FilterRequest request, MergedFeeds feeds, PublicAddress address) =>
                SendAsync(context, output, request, feeds, address, caching));
            app.MapMethods(output.Path, [HttpMethods.Options], (HttpContext context) => CrossOrigin.Preflight(context));
        }

        app.MapMethods("/sources.opml", [HttpMethods.Get, HttpMethods.Head], OpmlAsync);
    }

    private static async Task<IResult> SendAsync(
        HttpContext context, FeedOutput output, FilterRequest request, MergedFeeds feeds, PublicAddress address, FeedCaching caching)
    {
        CrossOrigin.Allow(context.Response);
        var (filter, error) = await request.ReadAsync(context.Request, context.RequestAborted);
        if (filter is null)
            return FilterRequest.Problem(error!);
        var baseUrl = address.Of(context.Request);
        var feed = await feeds.GetAsync(filter, output, baseUrl);
        context.Response.Headers.Link = LinkHeader.Of(baseUrl, output.Path + filter.Query);
        return ConditionalGet.Send(context, feed, caching.Header, HeaderNames.AcceptEncoding);
    }

    private static async Task<IResult> OpmlAsync(SourceCatalogue catalogue, FeedTitles titles, CancellationToken cancellation)
    {
        var sources = await catalogue.AllAsync(cancellation);
        var outlines = sources.Select(s => new OpmlSource(s.DisplayTitle, s.Url, s.Link, s.Categories, s.Language ?? s.FeedLanguage)).ToList();
        return TypedResults.Bytes(OpmlWriter.Write(titles.TitleOf(new()), outlines), "text/x-opml; charset=utf-8");
    }
}
