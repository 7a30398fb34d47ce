using Microsoft.AspNetCore.Antiforgery;

namespace FeedHub.Dashboard;

/// <summary>
/// The antiforgery check of our own posts: minimal APIs check the token only where a form is bound to a parameter, and Hangfire its
/// own posts alone.
/// </summary>
internal static class FormToken
{
    /// <summary>A filter for groups of writes.</summary>
    public static async ValueTask<object?> RequireAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next) =>
        await invocation.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(invocation.HttpContext)
            ? await next(invocation)
            : TypedResults.Problem("The form is too old or was not sent from this dashboard. Go back, reload the page and send it again.", statusCode: StatusCodes.Status400BadRequest);
}
