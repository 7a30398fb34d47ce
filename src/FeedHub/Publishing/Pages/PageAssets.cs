using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FeedHub.Serving;
using Microsoft.Net.Http.Headers;

namespace FeedHub.Publishing.Pages;

/// <summary>The few files that pages need, from inside the program: the working directory is the operator's.</summary>
internal static class PageAssets
{
    private const string ForEver = "public, max-age=31536000, immutable";
    private const string JavaScript = "text/javascript; charset=utf-8";
    private const string ForADay = "public, max-age=86400";

    private static readonly byte[] Style = EmbeddedFiles.Joined("tokens.css", "feedhub.css");
    private static readonly byte[] Script = EmbeddedFiles.Joined(
        "feedhub.js", "reader-stories.js", "reader-marks.js", "reader-hidden.js", "reader-saved.js", "reader-tools.js",
        "reader-choices.js", "reader-keys.js", "reader-offline.js");

    private static readonly Dictionary<string, byte[]> Beginnings = PageText.EveryLanguage.ToDictionary(text => text.Language, Beginning);
    private static readonly byte[] Icon = EmbeddedFiles.Read("favicon.svg");

    /// <summary>Address of the style sheet; another one whenever it changes, so that it can be cached for ever.</summary>
    public static string StylePath { get; } = $"/assets/feedhub-{HashOf(Style)}.css";

    /// <summary>The same of the pages' script.</summary>
    public static string ScriptPath { get; } = $"/assets/feedhub-{HashOf(Script)}.js";

    /// <summary>Address of the script that runs before the page is drawn, with the words of a language.</summary>
    public static string BeginPathOf(string language) => $"/assets/begin-{language}-{HashOf(Beginnings[language])}.js";

    /// <summary>Maps them.</summary>
    public static void MapAssets(this IEndpointRouteBuilder app)
    {
        foreach (var (language, script) in Beginnings)
            Map(app, BeginPathOf(language), new(script, JavaScript, DateTimeOffset.UnixEpoch), ForEver);
        Map(app, StylePath, new(Style, "text/css; charset=utf-8", DateTimeOffset.UnixEpoch), ForEver);
        Map(app, ScriptPath, new(Script, JavaScript, DateTimeOffset.UnixEpoch), ForEver);
        Map(app, "/favicon.svg", new(Icon, "image/svg+xml", DateTimeOffset.UnixEpoch), ForADay);
        Map(app, "/favicon.ico", new(Icon, "image/svg+xml", DateTimeOffset.UnixEpoch), ForADay);
        // A browser must learn at once when there is another one.
        Map(app, "/service-worker.js", new(ServiceWorker(), JavaScript, DateTimeOffset.UnixEpoch), "no-cache");
        var robots = Robots(app.ServiceProvider.GetRequiredService<PublicAddress>().Path);
        Map(app, "/robots.txt", new(robots, "text/plain; charset=utf-8", DateTimeOffset.UnixEpoch), ForADay);
    }

    // The page and the feeds are for everybody; the rest is of use to nobody who searches. Under a path it is to be taken over into the
    // robots.txt of the whole site.
    private static byte[] Robots(PathString path) => Encoding.UTF8.GetBytes(
        $"""
        User-agent: *
        Disallow: {path}/hangfire
        Disallow: {path}/api
        Disallow: {path}/stories/newest
        Disallow: {path}/offline
        Disallow: {path}/saved
        Allow: {path}/

        """);

    // Named after all that it keeps: another version of any file is another worker, and forgets what the last one kept.
    private static byte[] ServiceWorker()
    {
        var worker = Encoding.UTF8.GetString(EmbeddedFiles.Read("service-worker.js"));
        string[] files = [StylePath, ScriptPath, "/favicon.svg", .. Beginnings.Keys.Select(BeginPathOf)];
        var version = $"feedhub-{HashOf(Encoding.UTF8.GetBytes(worker + string.Concat(files)))}";
        return Encoding.UTF8.GetBytes(worker
            .Replace("{version}", version, StringComparison.Ordinal)
            .Replace("{files}", string.Join(", ", files.Select(file => $"'{file.TrimStart('/')}'")), StringComparison.Ordinal));
    }

    private static byte[] Beginning(PageText text) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(EmbeddedFiles.Read("reader-begin.js"))
        .Replace("{words}", JsonSerializer.Serialize(text.ReaderWords), StringComparison.Ordinal));

    private static void Map(IEndpointRouteBuilder app, string path, RenderedFeed file, string caching) =>
        app.MapMethods(
            path,
            ApiRoutes.Reading,
            (HttpContext context) => ConditionalGet.Send(context, file, caching, HeaderNames.AcceptEncoding));

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6));
}
