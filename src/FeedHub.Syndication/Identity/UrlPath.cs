namespace FeedHub.Syndication.Identity;

/// <summary>
/// A path in one spelling, empty for the front page. Its case is kept (servers tell cases apart); directory indexes, AMP
/// markers and session ids are not.
/// </summary>
internal static class UrlPath
{
    private static readonly string[] Indexes = ["/index.html", "/index.htm", "/index.php"];

    public static string Of(Uri uri)
    {
        var segments = PercentEncoding.Normalise(uri.AbsolutePath).Split('/').Select(WithoutSession);
        var path = string.Concat(segments.Where(s => s is not ("" or "." or "..")).Select(s => "/" + s));
        for (string before; ;)
        {
            before = path;
            path = WithoutAmp(WithoutIndex(path).TrimEnd('/'));
            if (path == before)
                return path;
        }
    }

    // Java servers put the session into the path, where it changes with every poll.
    private static string WithoutSession(string segment)
    {
        var start = segment.IndexOf(";jsessionid=", StringComparison.OrdinalIgnoreCase);
        return start < 0 ? segment : segment[..start];
    }

    private static string WithoutIndex(string path) =>
        Indexes.FirstOrDefault(i => path.EndsWith(i, StringComparison.OrdinalIgnoreCase)) is { } index ? path[..^index.Length] : path;

    private static string WithoutAmp(string path)
    {
        if (path.EndsWith(".amp.html", StringComparison.OrdinalIgnoreCase))
            return path[..^".amp.html".Length] + ".html";
        if (path.EndsWith("/amp", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".amp", StringComparison.OrdinalIgnoreCase))
            return OrWhole(path[..^"/amp".Length], path);
        return path.StartsWith("/amp/", StringComparison.OrdinalIgnoreCase) ? OrWhole(path["/amp".Length..], path) : path;
    }

    // "/guitars/amp" may be a page about amplifiers: only what still names an article without the marker loses it.
    private static string OrWhole(string rest, string path) =>
        rest.Length == 0 || (rest.AsSpan(1).IndexOfAny("-/0123456789") >= 0 && rest[^1] != '.') ? rest : path;
}
