using FeedHub.Categories;
using FeedHub.Icons;
using FeedHub.Serving;
using Microsoft.Net.Http.Headers;

namespace FeedHub.Publishing.Pages;

/// <summary>The pages for readers.</summary>
internal static class PageEndpoints
{
    /// <summary>Which stories a view shows now, for its page to compare.</summary>
    public const string NewestPath = "/stories/newest";

    /// <summary>Maps <c>/</c>, <c>/stories/{id}</c> and what they need.</summary>
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapAssets();
        app.MapManifest();
        app.MapMethods("/", ApiRoutes.Reading, StoriesAsync);
        app.MapMethods(NewestPath, ApiRoutes.Reading, NewestAsync);
        app.MapMethods("/stories/{id}", ApiRoutes.Reading, StoryAsync);
        app.MapMethods(
            "/docs/jsonfeed",
            ApiRoutes.Reading,
            (HttpContext context, RenderedPages rendered, PageAnswers pages) => StillAsync<JsonFeedDocsPage>(context, rendered, pages));
        app.MapMethods(
            "/offline",
            ApiRoutes.Reading,
            (HttpContext context, RenderedPages rendered, PageAnswers pages) => StillAsync<OfflinePage>(context, rendered, pages));
        app.MapMethods(
            "/saved",
            ApiRoutes.Reading,
            (HttpContext context, RenderedPages rendered, PageAnswers pages) => StillAsync<SavedPage>(context, rendered, pages));
    }

    private static async Task<IResult> StoriesAsync(
        HttpContext context,
        FilterRequest request,
        StoriesViews views,
        RenderedPages rendered,
        PageAnswers pages)
    {
        var text = PageText.For(context.Request);
        var (filter, error) = await request.ReadAsync(context.Request, context.RequestAborted);
        return filter is null
            ? await BadFilter.AnswerAsync(context, error!.Parameter, pages)
            : PageAnswers.Send(
                context,
                await rendered.GetAsync($"{text.Language}/{filter.Query}", () => views.RenderAsync(filter, text, context.RequestAborted)));
    }

    private static async Task<IResult> NewestAsync(HttpContext context, FilterRequest request, StoryQueries queries, RenderedPages rendered)
    {
        var (filter, error) = await request.ReadAsync(context.Request, context.RequestAborted);
        return filter is null
            ? FilterRequest.Problem(error!)
            : PageAnswers.Send(
                context,
                await rendered.GetAsync($"newest{filter.Query}", () => NewestStories.RenderAsync(filter, queries, context.RequestAborted)),
                "public, max-age=15",
                HeaderNames.AcceptEncoding);
    }

    private static async Task<IResult> StoryAsync(
        string id,
        HttpContext context,
        StoryQueries queries,
        MergedEntries entries,
        Taggers taggers,
        SourceIcons icons,
        PageAnswers pages)
    {
        var text = PageText.For(context.Request);
        if (!long.TryParse(id, out var key) || await queries.FindLedAsync(key, context.RequestAborted) is not { } story)
            return await queries.JoinedIntoAsync(key, context.RequestAborted) is { } into
                ? TypedResults.LocalRedirect($"~/stories/{into}", permanent: true)
                : await pages.MessageAsync(context, StatusCodes.Status404NotFound, text.NotFound, [text.NotFoundHelp]);
        var items = story.Items.OrderBy(i => i.Id != story.LeadItemId).ThenBy(i => i.Id).ToList();
        var entry = entries.Of(story, "");
        return PageAnswers.Send(context, await pages.RenderAsync<StoryPage>(
            story.ChangedAt, ("Text", text), ("Entry", entry), ("Items", items), ("Vocabulary", taggers.Vocabulary),
            ("Icon", icons.AddressOf(entry.Source.Id))));
    }

    private static async Task<IResult> StillAsync<T>(HttpContext context, RenderedPages rendered, PageAnswers pages)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        var text = PageText.For(context.Request);
        return PageAnswers.Send(context, await rendered.GetAsync(
            $"{text.Language} {typeof(T).Name}",
            () => pages.RenderAsync<T>(DateTimeOffset.UnixEpoch, ("Text", text))));
    }
}
