using FeedHub.Serving;

namespace FeedHub.Access;

/// <summary>A problem on the dashboard is a page with the problem's own words for people with a browser; programs get the problem
/// document.</summary>
internal sealed class DashboardProblems : IProblemDetailsWriter
{
    private static readonly string[] Ours = ["/hangfire", "/sign-in", "/setup"];

    /// <inheritdoc/>
    public bool CanWrite(ProblemDetailsContext context) =>
        Refusal.IsForBrowser(context.HttpContext.Request) && Ours.Any(path => context.HttpContext.Request.Path.StartsWithSegments(path));

    /// <inheritdoc/>
    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        var status = problem.Status ?? http.Response.StatusCode;

        // After an exception the headers of the answer that was begun are gone.
        PageHeaders.Set(http);
        await Refusal.WritePageAsync(
            http,
            status,
            status == StatusCodes.Status404NotFound ? "There is no such page" : problem.Title ?? "This was not done",
            problem.Detail ?? Words(status));
    }

    private static string Words(int status) => status switch
    {
        StatusCodes.Status404NotFound => "The address is misspelt, or what stood here is gone.",
        StatusCodes.Status405MethodNotAllowed => "This address only takes a form. Open the page that the form is on.",
        >= StatusCodes.Status500InternalServerError => "FeedHub failed here; the console says more. Try again.",
        _ => "Go back and try again.",
    };
}
