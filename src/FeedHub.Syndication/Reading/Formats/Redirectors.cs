using System.Collections.Frozen;
using System.Net;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>
/// Links that lead through a counting page and carry the page that is meant: Google Alerts and Google News, Bing News, what social
/// networks make of links. Only hosts that are known, since elsewhere a parameter named <c>url</c> may be anything.
/// </summary>
internal static class Redirectors
{
    // One in another in another; more is somebody's game.
    private const int MaxSteps = 3;

    // Host, path and the parameters that carry the target.
    private static readonly FrozenDictionary<string, (string Path, string[] Names)> Known = new Dictionary<string, (string, string[])>
    {
        ["bing.com"] = ("/news/apiclick.aspx", ["url"]),
        ["facebook.com"] = ("/l.php", ["u"]),
        ["l.facebook.com"] = ("/l.php", ["u"]),
        ["lm.facebook.com"] = ("/l.php", ["u"]),
        ["l.messenger.com"] = ("/l.php", ["u"]),
        ["l.instagram.com"] = ("/", ["u"]),
        ["l.threads.com"] = ("/", ["u"]),
        ["youtube.com"] = ("/redirect", ["q"]),
        ["out.reddit.com"] = ("/", ["url"]),
        ["vk.com"] = ("/away.php", ["to"]),
        ["t.umblr.com"] = ("/redirect", ["z"]),
        ["duckduckgo.com"] = ("/l/", ["uddg"]),
        ["linkedin.com"] = ("/redir/redirect", ["url"]),
        ["away.vk.com"] = ("/away.php", ["to"]),
        ["l.wl.co"] = ("/l", ["u"]),
        ["getpocket.com"] = ("/redirect", ["url"]),
        ["disq.us"] = ("/url", ["url"]),
        ["pinterest.com"] = ("/offsite/", ["url"]),
        ["tiktok.com"] = ("/link/v2", ["target"]),
        ["link.zhihu.com"] = ("/", ["target"]),
        ["link.csdn.net"] = ("/", ["target"]),
        ["medium.com"] = ("/r/", ["url"]),
        ["slack-redir.net"] = ("/link", ["url"]),
        ["steamcommunity.com"] = ("/linkfilter/", ["url", "u"]),
        ["go.skimresources.com"] = ("/", ["url"]),
        ["go.redirectingat.com"] = ("/", ["url"]),
        ["redirect.viglink.com"] = ("/", ["u"]),
        ["exit.sc"] = ("/", ["url"]),
        ["gate.sc"] = ("/", ["url"]),
    }.ToFrozenDictionary();

    /// <summary>The page behind a link, or null where the link is not such a redirect or does not carry it.</summary>
    /// <param name="link">An absolute http or https address, or null.</param>
    public static string? Target(string? link)
    {
        string? target = null;
        for (var step = 0; step < MaxSteps && Step(target ?? link) is { } next; step++)
            target = next;
        return target;
    }

    private static string? Step(string? link)
    {
        if (link is null || !Uri.TryCreate(link, UriKind.Absolute, out var uri))
            return null;
        var host = uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
        if ((GoogleNews.Target(host, uri.AbsolutePath) ?? PathRedirectors.Target(host, uri)) is { } target)
            return Addresses.Web(target, null);
        var (path, names) = GoogleNews.IsGoogle(host) && uri.AbsolutePath is "/url" or "/news/url"
            ? (uri.AbsolutePath, ["url", "q"])
            : host == "linkedin.com" && uri.AbsolutePath.StartsWith("/safety/", StringComparison.Ordinal) ? ("/safety/go", ["url"])
            : host.EndsWith(".safelinks.protection.outlook.com", StringComparison.Ordinal) ? ("/", ["url"])
            : Known.GetValueOrDefault(host);
        return path is not null && IsAt(uri.AbsolutePath, path)
            ? names.Select(name => Parameter(uri.Query, name)).FirstOrDefault(value => value is not null)
            : null;
    }

    // "/" has the counting page at any path of its host.
    private static bool IsAt(string asked, string path) =>
        path == "/" || asked.TrimEnd('/').Equals(path.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static string? Parameter(string query, string name) => query.TrimStart('?').Split('&')
        .Where(p => p.StartsWith(name + "=", StringComparison.Ordinal))
        .Select(p => WebUtility.UrlDecode(p[(name.Length + 1)..]))
        .Select(value => value.Contains("://", StringComparison.Ordinal) ? Addresses.Web(value, null) : null)
        .FirstOrDefault(value => value is not null);
}
