using FeedHub.Model.OwnFeeds;
using FeedHub.Publishing.Pages;
using FeedHub.Serving;
using FeedHub.Sources.OwnFeeds;

namespace FeedHub.Publishing;

/// <summary>The addresses of the merged feed and of the feeds of one's own.</summary>
internal static class FeedEndpoints
{
    /// <summary>The header in which a browser says what it wants a document for; see <see cref="FeedGuide"/>.</summary>
    public const string FetchDestination = "Sec-Fetch-Dest";

    private static readonly string OwnFeeds = new OwnFeed { Slug = "{slug}" }.Path;

    /// <summary>Maps every <see cref="FeedOutput"/>.</summary>
    public static void MapMergedFeeds(this IEndpointRouteBuilder app)
    {
        foreach (var output in FeedOutput.All)
        {
            var sender = new FeedSender(output, app.ServiceProvider);
            app.MapMethods(output.Path, ApiRoutes.Reading,
                (HttpContext context, FilterRequest filters) => sender.SendAsync(context, filters, null));
            app.MapMethods(output.Path, [HttpMethods.Options], (HttpContext context) => CrossOrigin.Preflight(context));
            app.MapMethods(OwnFeeds + output.Ending, ApiRoutes.Reading,
                (HttpContext context, FilterRequest filters, OwnFeedCatalogue feeds, string slug) => feeds.Find(slug) is { } feed
                    ? sender.SendAsync(context, filters, feed)
                    : Task.FromResult(NoSuchFeed(context)));
            app.MapMethods(OwnFeeds + output.Ending, [HttpMethods.Options], (HttpContext context) => CrossOrigin.Preflight(context));
        }
    }

    /// <summary>
    /// Answers from memory what was asked for in these words before, ahead of everything that only other addresses need: most
    /// requests are readers who ask again for what they have.
    /// </summary>
    public static IApplicationBuilder UseFeedsFromMemory(this WebApplication app)
    {
        var senders = FeedOutput.All.ToDictionary(output => output, output => new FeedSender(output, app.Services));
        return app.Use((context, next) =>
        {
            var request = context.Request;
            return FeedOutput.Find(request.Path.Value).Output is { } output && !FeedGuide.IsOpenedByAPerson(request)
                && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
                && senders[output].FromMemory(context) is { } known
                ? known.ExecuteAsync(context)
                : next(context);
        });
    }

    private static IResult NoSuchFeed(HttpContext context)
    {
        CrossOrigin.Allow(context.Response);
        return TypedResults.Problem(
            "There is no feed at this address, or it was deleted; /feeds.opml lists those there are.",
            statusCode: StatusCodes.Status404NotFound);
    }
}
