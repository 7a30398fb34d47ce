using FeedHub.Publishing.Pages;
using FeedHub.Serving;

namespace FeedHub.Hosting;

/// <summary>The pages in the container.</summary>
internal static class PageSetup
{
    /// <summary>Adds them. Of those that write problems the first that can does: this must come before <c>AddProblemDetails</c>.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddSingleton<PageRenderer>()
        .AddSingleton<PageAnswers>()
        .AddSingleton<RenderedPages>()
        .AddSingleton<CameFrom>()
        .AddSingleton<StoriesViews>()
        .AddSingleton<StoriesAnswers>()
        .AddSingleton<CoverageAnswers>()
        .AddSingleton<IProblemDetailsWriter, ProblemPages>();
}
