using FeedHub.Model.OwnFeeds;
using FeedHub.Model.Stories;
using FeedHub.Publishing.Selection;
using FeedHub.Sources.OwnFeeds;
using Microsoft.Net.Http.Headers;

namespace FeedHub.Publishing.Pages;

/// <summary>The page of stories and what it asks for, of all stories or of a feed of one's own.</summary>
public sealed class StoriesAnswers(
    FilterRequest filters, StoriesViews views, StoryQueries queries, RenderedPages rendered, PageAnswers pages, OwnFeedCatalogue feeds,
    CameFrom came, TopStories top)
{
    // What is on top is another with each quarter of an hour.
    private string QuarterOf(StoryFilter filter) => filter.ByTop ? $" {top.Now}" : "";

    /// <summary>The answer of a feed's page, or a page that says that there is no such feed.</summary>
    public async Task<IResult> OfFeedAsync(HttpContext context, string slug, Func<HttpContext, OwnFeed?, Task<IResult>> answer)
    {
        var text = PageText.For(context.Request);
        return feeds.Find(slug) is { } feed
            ? await answer(context, feed)
            : await pages.MessageAsync(
                context, StatusCodes.Status404NotFound, text.NotFound, [text.NoSuchFeed], await came.OfAsync(context));
    }

    /// <summary>The page.</summary>
    public async Task<IResult> ShowAsync(HttpContext context, OwnFeed? feed)
    {
        var text = PageText.For(context.Request);
        var (filter, error) = await filters.ReadAsync(context.Request.Query, feed, context.RequestAborted);
        return filter is null
            ? await BadFilter.AnswerAsync(context, error!, feed, filters, pages)
            : PageAnswers.Send(context, await rendered.GetAsync(
                text.Language + filter.PagePath + filter.Query + QuarterOf(filter),
                () => views.RenderAsync(filter, text, context.RequestAborted)));
    }

    /// <summary>Which stories it shows now.</summary>
    public async Task<IResult> NewestAsync(HttpContext context, OwnFeed? feed)
    {
        var (filter, error) = await filters.ReadAsync(context.Request.Query, feed, context.RequestAborted);
        return filter is null
            ? FilterRequest.Problem(error!)
            : PageAnswers.Send(
                context,
                await rendered.GetAsync(
                    "newest" + filter.PagePath + filter.Query + QuarterOf(filter),
                    () => NewestStories.RenderAsync(filter, queries, context.RequestAborted)),
                "public, max-age=15",
                HeaderNames.AcceptEncoding);
    }
}
