using FeedHub.Model.OwnFeeds;
using FeedHub.Serving;
using FeedHub.Sources;
using FeedHub.Sources.OwnFeeds;
using Microsoft.Net.Http.Headers;

namespace FeedHub.Publishing.Pages;

/// <summary>
/// What a person sees who opens a feed in a browser's window: browsers show its source or save it, with style sheets or without
/// (docs/notes/pages.md). Everybody else gets the feed.
/// </summary>
internal static class FeedGuide
{
    /// <summary>The parameter that shows the feed itself in a window.</summary>
    public const string Raw = "raw";

    private const int Shown = 10;

    /// <summary>Whether a browser shows the answer in its window. No feed reader sends such a request, and no script can: the header's name
    /// is forbidden.</summary>
    public static bool IsOpenedByAPerson(HttpRequest request) =>
        request.Headers[FeedEndpoints.FetchDestination] == "document"
        && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !request.Query.ContainsKey(Raw);

    /// <summary>Answers navigations to a feed, ahead of the feeds' own addresses.</summary>
    public static IApplicationBuilder UseFeedGuide(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (IsOpenedByAPerson(context.Request) && FeedOutput.Find(context.Request.Path.Value) is ({ } output, var slug)
            && (slug is null || FeedOf(context, slug) is not null))
            await (await AnswerAsync(context, output, slug is null ? null : FeedOf(context, slug))).ExecuteAsync(context);
        else
            await next(context);
    });

    private static OwnFeed? FeedOf(HttpContext context, string slug) =>
        context.RequestServices.GetRequiredService<OwnFeedCatalogue>().Find(slug);

    private static async Task<IResult> AnswerAsync(HttpContext context, FeedOutput output, OwnFeed? feed)
    {
        var services = context.RequestServices;
        var pages = services.GetRequiredService<PageAnswers>();
        var filters = services.GetRequiredService<FilterRequest>();
        var (filter, error) = await filters.ReadAsync(context.Request.Query, feed, context.RequestAborted);
        if (filter is null)
            return await BadFilter.AnswerAsync(context, error!, feed, filters, pages);
        var stories = await services.GetRequiredService<StoryQueries>()
            .BriefPageAsync(filter with { Limit = Math.Min(filter.Limit, Shown) }, context.RequestAborted);
        var entries = services.GetRequiredService<MergedEntries>();
        var page = await pages.RenderAsync<FeedGuidePage>(
            stories.Stories.Select(s => s.ChangedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
            ("Text", PageText.For(context.Request)),
            ("Title", services.GetRequiredService<FeedTitles>().TitleOf(filter)),
            ("Address", services.GetRequiredService<PublicAddress>().Of(context.Request) + output.PathOf(filter) + filter.Query),
            ("Output", output),
            ("Filter", filter),
            ("Entries", stories.Stories.Select(story => AsAsked.Of(
                entries.Of(story, "", brief: true, stories.Others.GetValueOrDefault(story.Id)), story, filter)).ToList()));
        // Private: a cache that does not mind Vary must never give the page to a feed reader.
        return PageAnswers.Send(
            context,
            page,
            "private, no-cache",
            $"{HeaderNames.AcceptEncoding}, {HeaderNames.AcceptLanguage}, {FeedEndpoints.FetchDestination}");
    }
}
