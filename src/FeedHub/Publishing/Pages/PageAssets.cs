using System.Security.Cryptography;

namespace FeedHub.Publishing.Pages;

/// <summary>The few files that pages need, from inside the program: the working directory is the operator's.</summary>
internal static class PageAssets
{
    private static readonly byte[] Style = Read("feedhub.css");
    private static readonly byte[] Icon = Read("favicon.svg");

    /// <summary>Address of the style sheet; another one whenever it changes, so that it can be cached for ever.</summary>
    public static string StylePath { get; } = $"/assets/feedhub-{Convert.ToHexStringLower(SHA256.HashData(Style).AsSpan(0, 6))}.css";

    /// <summary>Maps them.</summary>
    public static void MapAssets(this IEndpointRouteBuilder app)
    {
        app.MapGet(StylePath, context => SendAsync(context, Style, "text/css; charset=utf-8", "public, max-age=31536000, immutable"));
        app.MapGet("/favicon.svg", context => SendAsync(context, Icon, "image/svg+xml", "public, max-age=86400"));
        app.MapGet("/favicon.ico", context => SendAsync(context, Icon, "image/svg+xml", "public, max-age=86400"));
        app.MapGet("/robots.txt", () => Results.Text("User-agent: *\nDisallow: /hangfire\nDisallow: /api\n"));
    }

    /// <summary>The bytes of an embedded file of this folder.</summary>
    public static byte[] Read(string name)
    {
        using var file = typeof(PageAssets).Assembly.GetManifestResourceStream($"FeedHub.Assets.{name}")!;
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static async Task SendAsync(HttpContext context, byte[] bytes, string mediaType, string caching)
    {
        context.Response.ContentType = mediaType;
        context.Response.Headers.CacheControl = caching;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
