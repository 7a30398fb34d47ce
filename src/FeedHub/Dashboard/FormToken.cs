using Microsoft.AspNetCore.Antiforgery;

namespace FeedHub.Dashboard;

/// <summary>
/// The antiforgery check of our own posts: minimal APIs check the token only where a form is bound to a parameter, and Hangfire its
/// own posts alone.
/// </summary>
internal static class FormToken
{
    /// <summary>A filter for groups of writes.</summary>
    public static async ValueTask<object?> RequireAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        bool isOurs;
        try
        {
            isOurs = await invocation.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(invocation.HttpContext);
        }
        catch (AntiforgeryValidationException)
        {
            // What ASP.NET Core throws where the form has more, or longer, fields than it reads.
            return Refused("The form cannot be read: it has a field of more than 4 MB, too many fields, or is broken. Send less at once.");
        }

        return isOurs
            ? await next(invocation)
            : Refused("The form is too old or was not sent from this dashboard. Go back, reload the page and send it again.");
    }

    private static IResult Refused(string why) => TypedResults.Problem(why, statusCode: StatusCodes.Status400BadRequest, title: "The form was not taken");
}
