using FeedHub.Api.Description;

namespace FeedHub.Api;

/// <summary>Words for problems that nobody else has words for: a wrong address or method below <c>/api</c>.</summary>
internal static class ProblemWords
{
    /// <summary>Adds what is wrong and what to do instead.</summary>
    public static void Add(ProblemDetailsContext problem)
    {
        var (request, response) = (problem.HttpContext.Request, problem.HttpContext.Response);
        if (!request.Path.StartsWithSegments("/api"))
            return;
        problem.ProblemDetails.Detail ??= problem.ProblemDetails.Status switch
        {
            StatusCodes.Status404NotFound => $"There is no such call; {ApiDocument.Path} and /docs describe those that there are.",
            StatusCodes.Status405MethodNotAllowed =>
                $"{request.Method} is not a method of this address; it answers: {response.Headers.Allow}.",
            StatusCodes.Status415UnsupportedMediaType => "Send the body as JSON, with Content-Type: application/json.",
            _ => null,
        };
    }
}
