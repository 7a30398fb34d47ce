using System.Text;
using FeedHub.Ingesting;
using Microsoft.Net.Http.Headers;

namespace FeedHub.Publishing.Pages;

/// <summary>The pages for readers.</summary>
internal static class PageEndpoints
{
    private const int MaxListedSources = 60;
    private const string Html = "text/html; charset=utf-8";

    /// <summary>Maps <c>/</c>, <c>/stories/{id}</c> and what they need.</summary>
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapAssets();
        app.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], StoriesAsync);
        app.MapGet("/stories/{id}", StoryAsync);
        app.MapGet("/docs/jsonfeed", async (HttpContext context, PageRenderer renderer) =>
            Send(context, await renderer.RenderAsync<JsonFeedDocsPage>(With(("Text", PageText.For(context.Request)))), DateTimeOffset.UnixEpoch));
    }

    private static async Task<IResult> StoriesAsync(
        HttpContext context, FilterRequest request, StoryQueries queries, MergedEntries entries, FeedTitles titles, Taggers taggers, PublicAddress address, PageRenderer renderer)
    {
        var text = PageText.For(context.Request);
        var (filter, error) = await request.ReadAsync(context.Request, context.RequestAborted);
        if (filter is null)
            return await MessageAsync(context, renderer, StatusCodes.Status400BadRequest, text.BadFilter, $"{error!.Parameter}: {error.Detail}");
        var page = await queries.PageAsync(filter, context.RequestAborted);
        var sources = await queries.SourcesAsync(context.RequestAborted);
        var baseUrl = address.Of(context.Request);
        var view = new StoriesView(
            text,
            titles.TitleOf(filter),
            filter,
            [.. page.Stories.Select(story => entries.Of(story, baseUrl))],
            page.Next is { } next ? filter.QueryBefore(next) : null,
            taggers.Vocabulary.All,
            Listed(sources, page));
        var changed = page.Stories.Select(s => s.ChangedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        return Send(context, await renderer.RenderAsync<StoriesPage>(With(("View", view))), changed);
    }

    // Hundreds of sources would make the list heavier than the stories: then only those that are seen.
    private static IReadOnlyList<FilterSource> Listed(IReadOnlyDictionary<string, FilterSource> sources, Publishing.StoryPage page)
    {
        var shown = page.Stories.SelectMany(story => story.Items).Select(item => item.SourceId).ToHashSet();
        return [.. sources.Values.Where(s => sources.Count <= MaxListedSources || shown.Contains(s.Id)).OrderBy(s => s.Title, StringComparer.OrdinalIgnoreCase)];
    }

    private static async Task<IResult> StoryAsync(string id, HttpContext context, StoryQueries queries, MergedEntries entries, PublicAddress address, PageRenderer renderer)
    {
        var text = PageText.For(context.Request);
        if (!long.TryParse(id, out var key) || await queries.FindAsync(key, context.RequestAborted) is not { } story)
            return await queries.JoinedIntoAsync(key, context.RequestAborted) is { } into
                ? TypedResults.LocalRedirect($"/stories/{into}", permanent: true)
                : await MessageAsync(context, renderer, StatusCodes.Status404NotFound, text.NotFound, text.NotFoundHelp);
        var items = story.Items.OrderBy(i => i.Id != story.LeadItemId).ThenBy(i => i.Id).ToList();
        var html = await renderer.RenderAsync<StoryPage>(With(("Text", text), ("Entry", entries.Of(story, address.Of(context.Request))), ("Items", items)));
        return Send(context, html, story.ChangedAt);
    }

    private static async Task<IResult> MessageAsync(HttpContext context, PageRenderer renderer, int status, string heading, string message)
    {
        var html = await renderer.RenderAsync<MessagePage>(With(("Text", PageText.For(context.Request)), ("Heading", heading), ("Message", message)));
        return TypedResults.Content(html, Html, Encoding.UTF8, status);
    }

    private static IResult Send(HttpContext context, string html, DateTimeOffset changed)
    {
        var page = new RenderedFeed(Encoding.UTF8.GetBytes(html), Html, changed);
        return ConditionalGet.Send(context, page, "public, max-age=30", $"{HeaderNames.AcceptEncoding}, {HeaderNames.AcceptLanguage}");
    }

    private static Dictionary<string, object?> With(params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var all = new Dictionary<string, object?>();
        foreach (var (name, value) in parameters)
            all.Add(name, value);
        return all;
    }
}
