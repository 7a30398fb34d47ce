using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace FeedHub.Serving;

/// <summary>
/// Serves everything under the path of <c>FeedHub:PublicUrl</c>, whether the proxy in front takes that path off or leaves it on. Rooms and
/// pages speak of addresses as at a root (<c>/feed.rss</c>); the path is added on the way out.
/// </summary>
internal static partial class PublicPath
{
    private const string Feeds = "feed.";
    private const string Briefings = "briefing.";

    private static readonly FrozenSet<string> Beginnings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "api", "assets", "docs", "favicon.ico", "favicon.svg", "feeds", "feeds.opml", "briefing", "coverage", "hangfire", "health.atom",
        "healthz", "icons", "manifest.webmanifest", "metrics", "offline", "openapi", "robots.txt", "saved", "service-worker.js", "setup",
        "sign-in", "signout-oidc", "sources.opml", "stories", "websub");

    /// <summary>
    /// True of what our own paths begin with, <c>feed.</c> and <c>briefing.</c> with any format's ending among it. Under such a path a proxy that takes its
    /// path off could not be told from one that leaves it on.
    /// </summary>
    /// <param name="first">The first segment of a path, without slashes.</param>
    public static bool IsOwnBeginning(string first) =>
        Beginnings.Contains(first) || first.StartsWith(Feeds, StringComparison.OrdinalIgnoreCase)
        || first.StartsWith(Briefings, StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes the path off each request that carries it, before anything looks at the request's path.</summary>
    public static IApplicationBuilder UsePublicPath(this WebApplication app)
    {
        var path = app.Services.GetRequiredService<PublicAddress>().Path;
        if (!path.HasValue)
            return app;
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments(path, out var rest))
                context.Request.Path = rest.HasValue ? rest : "/";
            context.Request.PathBase = path;
            return next(context);
        });

        // Else endpoints would be chosen before, by the whole path.
        return app.UseRouting();
    }

    /// <summary>An address of ours that a browser can be sent to.</summary>
    /// <param name="request">What is answered.</param>
    /// <param name="own">The address as at a root, such as <c>/hangfire</c>.</param>
    public static string AddressOf(this HttpRequest request, string own) => PathOf(request).ToUriComponent() + own;

    /// <summary>What was asked for, as at a root: also within Hangfire's dashboard, which moves its own path into the base.</summary>
    public static string OwnPath(this HttpRequest request) => Own((request.PathBase + request.Path).Value!, PathOf(request).Value);

    /// <summary>The page that the request says it comes from, as at a root, with its query; null where it says nothing.</summary>
    public static string? OwnReferer(this HttpRequest request) => Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page)
        ? Own(page.PathAndQuery, PathOf(request).ToUriComponent())
        : null;

    /// <summary>The markup with the path before every address of ours in it.</summary>
    public static string AddTo(string html, PathString path) => path.HasValue ? OwnAddress().Replace(html, path.ToUriComponent()) : html;

    private static PathString PathOf(HttpRequest request) =>
        request.HttpContext.RequestServices.GetRequiredService<PublicAddress>().Path;

    private static string Own(string address, string? path) =>
        !string.IsNullOrEmpty(path) && address.StartsWith($"{path}/", StringComparison.OrdinalIgnoreCase)
            ? address[path.Length..]
            : address;

    // Within a tag only: < and > stand escaped in texts and in values of attributes.
    [GeneratedRegex("""(?<=<[a-z][^<>]*\s(?:href|src|action|formaction|data-view)=")(?=/(?!/))""", RegexOptions.IgnoreCase)]
    private static partial Regex OwnAddress();
}
