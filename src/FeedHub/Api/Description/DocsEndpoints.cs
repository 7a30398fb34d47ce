using System.Security.Cryptography;
using System.Text;
using FeedHub.Publishing;
using FeedHub.Publishing.Pages;
using FeedHub.Serving;
using Microsoft.Net.Http.Headers;

namespace FeedHub.Api.Description;

/// <summary>
/// <c>/docs</c>: the API for people. A page of our own, since the usual ones are drawn by a script alone: they show nothing without
/// JavaScript, and every page of ours works without it.
/// </summary>
internal static class DocsEndpoints
{
    private static readonly byte[] Style = EmbeddedFiles.Read("docs.css");
    private static readonly DateTimeOffset Started = DateTimeOffset.UtcNow;

    /// <summary>Address of the page's style sheet; another one whenever it changes, so that it can be cached for ever.</summary>
    public static string StylePath { get; } = $"/assets/docs-{Convert.ToHexStringLower(SHA256.HashData(Style).AsSpan(0, 6))}.css";

    /// <summary>Maps page and style sheet.</summary>
    public static void MapDocs(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/docs", ApiRoutes.Reading, PageAsync);
        app.MapMethods(StylePath, ApiRoutes.Reading, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return TypedResults.Bytes(Style, "text/css; charset=utf-8");
        });
    }

    private static async Task<IResult> PageAsync(HttpContext context, ApiDocument document, PublicAddress address, PageRenderer renderer)
    {
        var view = new DocsView(await document.GetAsync(), address.Of(context.Request));
        var html = await renderer.RenderAsync<DocsPage>(
            new Dictionary<string, object?> { ["Text"] = PageText.For(context.Request), ["View"] = view });
        var page = new RenderedFeed(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", Started);
        return ConditionalGet.Send(context, page, "public, max-age=300", $"{HeaderNames.AcceptEncoding}, {HeaderNames.AcceptLanguage}");
    }
}
