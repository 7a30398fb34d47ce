using System.Text.Json;
using FeedHub.Serving;
using FeedHub.Sources;
using Microsoft.Net.Http.Headers;

namespace FeedHub.Publishing.Pages;

/// <summary>The web app manifest: name and picture for who puts the page on a home screen.</summary>
internal static class WebManifest
{
    /// <summary>Maps it.</summary>
    public static void MapManifest(this IEndpointRouteBuilder app) =>
        app.MapMethods("/manifest.webmanifest", ApiRoutes.Reading, (HttpContext context, FeedTitles titles) =>
            ConditionalGet.Send(
                context,
                new(Write(titles), "application/manifest+json", DateTimeOffset.UnixEpoch),
                "public, max-age=3600",
                HeaderNames.AcceptEncoding));

    private static byte[] Write(FeedTitles titles) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        name = titles.Title,
        description = titles.Description,
        start_url = "./",
        display = "minimal-ui",
        background_color = "#fdfcf9",
        theme_color = "#a3341f",
        icons = new[] { new { src = "favicon.svg", type = "image/svg+xml", sizes = "any" } },
    });
}
