using FeedHub.Serving;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Net.Http.Headers;

namespace FeedHub.Access;

/// <summary>Which bodies are read, and of whom.</summary>
internal static class AcceptedBodies
{
    /// <summary>Most bytes of a body from those who are let in: ASP.NET Core's own limit.</summary>
    private const long MostOfAdmins = 30_000_000;

    /// <summary>Takes more from those who are let in; behind authorization.</summary>
    public static IApplicationBuilder UseLargeBodiesOfAdmins(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.User.RoleOf() is not null && context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is not null)
            RequestBodies.Limit(context, MostOfAdmins);
        return next(context);
    });

    /// <summary>Refuses in words what those who read bodies for us, before or beside our endpoints, would fail at; before
    /// authentication.</summary>
    public static IApplicationBuilder UseReadableBodies(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments("/api") && !HasKnownCharset(request))
            await RefuseAsync(
                context,
                StatusCodes.Status415UnsupportedMediaType,
                "The encoding that Content-Type names is not known: send the body as UTF-8.");
        else if (OpenIdSetup.ReadsForm(request) && await RequestBodies.WhyNoFormAsync(context) is { } unreadable)
            await RefuseAsync(context, unreadable.Status, unreadable.Why);
        else
            await next(context);
    });

    private static Task RefuseAsync(HttpContext context, int status, string why) =>
        TypedResults.Problem(why, statusCode: status).ExecuteAsync(context);

    private static bool HasKnownCharset(HttpRequest request)
    {
        try
        {
            return !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue || type.Encoding is not null;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }
}
