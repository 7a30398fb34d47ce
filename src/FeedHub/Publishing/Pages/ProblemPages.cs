using FeedHub.Access;
using FeedHub.Model.Settings;
using FeedHub.Model.Stories;
using FeedHub.Serving;
using Microsoft.Extensions.Options;

namespace FeedHub.Publishing.Pages;

/// <summary>A problem in a browser's window is a page in the reader's language; programs get the problem document.</summary>
internal sealed class ProblemPages(PageAnswers pages, CameFrom came, IOptions<FeedHubOptions> options) : IProblemDetailsWriter
{
    private static readonly string[] ForPrograms = ["/api", "/openapi", "/websub", .. FeedOutput.All
        .Select(output => output.Path), "/sources.opml", "/feeds.opml", "/healthz", "/metrics"];

    /// <inheritdoc/>
    public bool CanWrite(ProblemDetailsContext context)
    {
        var request = context.HttpContext.Request;
        return request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            && !ForPrograms.Any(path => request.Path.StartsWithSegments(path))
            && (FeedOutput.Find(request.Path.Value).Output is null || FeedGuide.IsOpenedByAPerson(request));
    }

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        var text = PageText.For(http.Request);
        var status = context.ProblemDetails.Status ?? http.Response.StatusCode;
        // After an exception the headers of the answer that was begun are gone.
        PageHeaders.Set(http);
        var page = await pages.MessageAsync(
            http,
            status,
            text.HeadingOf(status),
            [text.HelpOf(status, http.Response.Headers.RetryAfter.ToString())],
            await FilterAsync(http, status));
        await page.ExecuteAsync(http);
    }

    // What reads nothing cannot fail again, and a closed hub says nothing of its sources to those who have not been let in.
    private async Task<StoryFilter?> FilterAsync(HttpContext http, int status) =>
        status is StatusCodes.Status400BadRequest or StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed
            && (!options.Value.IsClosed() || ReaderGate.IsAtGate(http))
            ? await came.OfAsync(http)
            : null;
}
