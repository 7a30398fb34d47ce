using FeedHub.Serving;

namespace FeedHub.Publishing.Pages;

/// <summary>A problem in a browser's window is a page in the reader's language; programs get the problem document.</summary>
internal sealed class ProblemPages(PageAnswers pages) : IProblemDetailsWriter
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
            [text.HelpOf(status, http.Response.Headers.RetryAfter.ToString())]);
        await page.ExecuteAsync(http);
    }
}
