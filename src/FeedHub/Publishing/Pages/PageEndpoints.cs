using FeedHub.Categories;
using FeedHub.Icons;
using FeedHub.Model.OwnFeeds;
using FeedHub.Model.Stories;
using FeedHub.Serving;
using FeedHub.Sources;

namespace FeedHub.Publishing.Pages;

/// <summary>The pages for readers.</summary>
internal static class PageEndpoints
{
    /// <summary>Which stories a view shows now, for its page to compare.</summary>
    public const string NewestPath = "/stories/newest";

    /// <summary>The same below the page of a feed of one's own.</summary>
    public const string NewestOfFeed = "/newest";

    private static readonly string FeedPath = new OwnFeed { Slug = "{slug}" }.Path;

    /// <summary>Maps <c>/</c>, <c>/stories/{id}</c>, the pages of the feeds of one's own and what they need.</summary>
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapAssets();
        app.MapManifest();
        app.MapMethods("/", ApiRoutes.Reading, (HttpContext context, StoriesAnswers stories) => stories.ShowAsync(context, null));
        app.MapMethods(NewestPath, ApiRoutes.Reading, (HttpContext context, StoriesAnswers stories) => stories.NewestAsync(context, null));
        app.MapMethods(
            FeedPath,
            ApiRoutes.Reading,
            (string slug, HttpContext context, StoriesAnswers stories) => stories.OfFeedAsync(context, slug, stories.ShowAsync));
        app.MapMethods(
            FeedPath + NewestOfFeed,
            ApiRoutes.Reading,
            (string slug, HttpContext context, StoriesAnswers stories) => stories.OfFeedAsync(context, slug, stories.NewestAsync));
        app.MapMethods("/stories/{id}", ApiRoutes.Reading, StoryAsync);
        app.MapMethods(
            "/coverage/{id}",
            ApiRoutes.Reading,
            (string id, HttpContext context, CoverageAnswers coverage) => coverage.ShowAsync(id, context));
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

    private static async Task<IResult> StoryAsync(
        string id,
        HttpContext context,
        StoryQueries queries,
        MergedEntries entries,
        Taggers taggers,
        FeedTitles titles,
        PublicAddress address,
        SourceIcons icons,
        CameFrom came,
        PageAnswers pages)
    {
        var text = PageText.For(context.Request);
        var filter = await came.OfAsync(context);
        if (!long.TryParse(id, out var key) || await queries.FindLedAsync(key) is not { } story)
            return await WithoutStoryAsync(key, context, queries, pages, filter);
        var admin = await StoryAdmin.OfAsync(context, story);
        if (story.HiddenAt is not null && admin is null)
            return await pages.MessageAsync(context, StatusCodes.Status404NotFound, text.HiddenStory, [text.HiddenStoryHelp], filter);
        var items = Moves.Present(story.Items).OrderBy(i => i.Id != story.LeadItemId).ThenBy(i => i.Id).ToList();
        var entry = entries.Of(story, "");
        var page = await pages.RenderAsync<StoryPage>(
            Latest(story), ("Text", text), ("Entry", entry), ("Items", items), ("Vocabulary", taggers.Vocabulary),
            ("Icon", icons.AddressOf(entry.Source.Id)), ("Admin", admin), ("LinkOf", (Func<Item, string?>)entries.LinkOf),
            ("HubTitle", titles.Title), ("CameFrom", filter), ("Address", $"{address.Of(context.Request)}/stories/{story.Id}"));
        return PageAnswers.SendBelow(context, page, filter, admin is not null);
    }

    private static DateTimeOffset Latest(Story story) =>
        story.Coverage is { } coverage && coverage.ChangedAt > story.ChangedAt ? coverage.ChangedAt : story.ChangedAt;

    private static async Task<IResult> WithoutStoryAsync(
        long key, HttpContext context, StoryQueries queries, PageAnswers pages, StoryFilter filter)
    {
        var text = PageText.For(context.Request);
        if (await queries.IsErasedAsync(key, context.RequestAborted))
            return await pages.MessageAsync(context, StatusCodes.Status410Gone, text.ErasedStory, [text.ErasedStoryHelp], filter);
        return await queries.JoinedIntoAsync(key, context.RequestAborted) is { } into
            ? TypedResults.LocalRedirect($"~/stories/{into}", permanent: true)
            : await pages.MessageAsync(context, StatusCodes.Status404NotFound, text.NotFound, [text.NotFoundHelp], filter);
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
