using FeedHub.Publishing.Pages;
using FeedHub.Serving;

namespace FeedHub.Publishing;

/// <summary>The merged feed's addresses.</summary>
internal static class FeedEndpoints
{
    /// <summary>The header in which a browser says what it wants a document for; see <see cref="FeedGuide"/>.</summary>
    public const string FetchDestination = "Sec-Fetch-Dest";

    private const string Vary = $"Accept-Encoding, {FetchDestination}";

    /// <summary>Maps every <see cref="FeedOutput"/>.</summary>
    public static void MapMergedFeeds(this IEndpointRouteBuilder app)
    {
        var caching = app.ServiceProvider.GetRequiredService<FeedCaching>();
        foreach (var output in FeedOutput.All)
        {
            app.MapMethods(output.Path, ApiRoutes.Reading,
                (HttpContext context, FilterRequest request, MergedFeeds feeds, PublicAddress address) =>
                SendAsync(context, output, request, feeds, address, caching));
            app.MapMethods(output.Path, [HttpMethods.Options], (HttpContext context) => CrossOrigin.Preflight(context));
        }
    }

    /// <summary>
    /// Answers from memory what was asked for in these words before, ahead of everything that only other addresses need: most
    /// requests are readers who ask again for what they have.
    /// </summary>
    public static IApplicationBuilder UseFeedsFromMemory(this WebApplication app)
    {
        var (feeds, address, caching) = (
            app.Services.GetRequiredService<MergedFeeds>(), app.Services.GetRequiredService<PublicAddress>(), app.Services
                .GetRequiredService<FeedCaching>());
        return app.Use((context, next) =>
        {
            var request = context.Request;
            if (FeedOutput.At(request.Path.Value) is null || FeedGuide.IsOpenedByAPerson(request))
                return next(context);
            var baseUrl = address.Of(request);
            return (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
                && feeds.Known(baseUrl, request.Path.Value!, request.QueryString.Value ?? "", out var topic) is { } feed
                ? Send(context, feed, baseUrl, topic, caching).ExecuteAsync(context)
                : next(context);
        });
    }

    private static async Task<IResult> SendAsync(
        HttpContext context, FeedOutput output, FilterRequest request, MergedFeeds feeds, PublicAddress address, FeedCaching caching)
    {
        var (filter, error) = await request.ReadAsync(context.Request, context.RequestAborted);
        if (filter is null)
        {
            CrossOrigin.Allow(context.Response);
            return FilterRequest.Problem(error!);
        }

        var baseUrl = address.Of(context.Request);
        var feed = await feeds.GetAsync(filter, output, baseUrl);
        feeds.Remember(baseUrl, output, filter, context.Request.QueryString.Value ?? "");
        return Send(context, feed, baseUrl, output.Path + filter.Query, caching);
    }

    private static IResult Send(HttpContext context, RenderedFeed feed, string baseUrl, string topic, FeedCaching caching)
    {
        CrossOrigin.Allow(context.Response);
        context.Response.Headers.Link = LinkHeader.Of(baseUrl, topic);
        return ConditionalGet.Send(context, feed, caching.Header, Vary);
    }
}
