using FeedHub.Serving;

namespace FeedHub.Access;

/// <summary>Where a browser goes once it is signed in: to a page of the dashboard, or to a page or feed of readers where the hub is closed,
/// and nowhere else.</summary>
public static class ReturnAddress
{
    /// <summary>Where to go if nothing, or nothing safe, was asked for.</summary>
    public const string Home = "/hangfire";

    private static readonly string[] Pages = [Home, "/stories", "/feeds", "/coverage", "/briefing", "/saved", "/docs"];

    /// <summary>The address asked for if it is one of our pages, else <see cref="Home"/>.</summary>
    public static string Safe(string? asked) => asked is not null && IsSafe(asked) ? asked : Home;

    /// <summary>The sign-in page, which leads back to what was asked for.</summary>
    public static string SignIn(HttpRequest request)
    {
        // After a form whose session had ended: to the page that it stood on.
        var asked = HttpMethods.IsGet(request.Method) ? request.OwnPath() + request.QueryString : request.OwnReferer();
        return Safe(asked) is var safe && safe == Home ? "/sign-in" : $"/sign-in?return={Uri.EscapeDataString(safe)}";
    }

    // Browsers read a backslash as a slash, pass over control characters, and take dots out of paths, also where they are escaped.
    private static bool IsSafe(string asked) =>
        asked.StartsWith('/')
        && !asked.Any(c => char.IsControl(c) || c == '\\')
        && Uri.TryCreate("http://localhost" + asked, UriKind.Absolute, out var address)
        && (address.AbsolutePath == "/"
            || IsFeed(address.AbsolutePath)
            || Array.Exists(Pages, page => $"{address.AbsolutePath}/".StartsWith($"{page}/", StringComparison.Ordinal)));

    // A file at the root: /feed.rss, /sources.opml.
    private static bool IsFeed(string path) => path.LastIndexOf('/') == 0 && Path.HasExtension(path);
}
