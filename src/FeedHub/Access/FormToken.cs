using FeedHub.Serving;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Access;

/// <summary>
/// The antiforgery check of our own posts: minimal APIs check the token only where a form is bound to a parameter, and Hangfire its
/// own posts alone.
/// </summary>
internal static class FormToken
{
    /// <summary>A filter for groups of writes.</summary>
    public static async ValueTask<object?> RequireAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        if (string.IsNullOrEmpty(context.Request.ContentType))
            GiveNoFields(context);
        else if (await RequestBodies.WhyNoFormAsync(context) is { } unreadable)
            return Refused(unreadable.Status, unreadable.Why);
        return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)
            ? await next(invocation)
            : Refused(
                StatusCodes.Status400BadRequest,
                Say(
                    "The form is too old or was not sent from this dashboard. Go back, reload the page and send it again.",
                    "Formulir ini terlalu lama atau tidak dikirim dari dasbor ini. Kembali, muat ulang halaman, dan kirim lagi."));
    }

    /// <summary>
    /// A filter for Hangfire, which looks at the token by itself and reads fields of any request: a form that cannot be read is refused in
    /// words, and what is not a form has no fields.
    /// </summary>
    public static async ValueTask<object?> RequireReadableAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        if (invocation.HttpContext.Request.HasFormContentType)
            return await RequireFormAsync(invocation, next);
        GiveNoFields(invocation.HttpContext);
        return await next(invocation);
    }

    /// <summary>A filter for forms of strangers, whose own code looks at the token: what is not a form is refused in words.</summary>
    public static async ValueTask<object?> RequireFormAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next) =>
        await RequestBodies.WhyNoFormAsync(invocation.HttpContext) is { } unreadable
            ? Refused(unreadable.Status, unreadable.Why)
            : await next(invocation);

    // A caller that sends the token as a header needs no form, and reading one would throw.
    private static void GiveNoFields(HttpContext context) => context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));

    private static IResult Refused(int status, string why) =>
        TypedResults.Problem(why, statusCode: status, title: Say("The form was not taken", "Formulir tidak diterima"));
}
