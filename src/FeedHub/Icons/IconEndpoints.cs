using FeedHub.Serving;

namespace FeedHub.Icons;

/// <summary>The publishers' icons, from FeedHub's own address: no reader's browser asks a publisher for one.</summary>
internal static class IconEndpoints
{
    private const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>Maps <c>/icons/{slug}.{hash}</c>.</summary>
    public static void MapIcons(this IEndpointRouteBuilder app) =>
        app.MapMethods("/icons/{name}", ApiRoutes.Reading, (string name, HttpContext context, SourceIcons icons) =>
        {
            var dot = name.LastIndexOf('.');
            if (dot < 0 || icons.Open(name[..dot], name[(dot + 1)..]) is not { } icon)
                return Results.NotFound();
            context.Response.Headers.CacheControl = ForEver;
            return Results.Bytes(icon.Bytes, icon.MediaType);
        });
}
