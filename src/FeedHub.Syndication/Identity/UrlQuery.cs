namespace FeedHub.Syndication.Identity;

/// <summary>A query in one spelling with its <c>?</c>, empty if nothing of it names the page.</summary>
internal static class UrlQuery
{
    /// <param name="uri">The address.</param>
    /// <param name="path">Its path in its one spelling.</param>
    public static string Of(Uri uri, string path) => uri.Query.Length == 0 ? "" : Joined(uri, parameter => NamesPage(parameter, path));

    /// <summary>
    /// The same for a feed, of which every parameter may choose what it holds: only <c>utm_</c> goes. Brackets are the same escaped or not.
    /// </summary>
    public static string OfFeed(Uri uri) => Joined(uri, parameter => !parameter.StartsWith("utm_", StringComparison.OrdinalIgnoreCase))
        .Replace("%5B", "[", StringComparison.Ordinal).Replace("%5D", "]", StringComparison.Ordinal);

    private static string Joined(Uri uri, Func<string, bool> isKept)
    {
        // Publishers append "?utm_source=…" to addresses that have a query already, so a second "?" parts as "&" does.
        var named = uri.Query.Split(['?', '&'], StringSplitOptions.RemoveEmptyEntries)
            .Select(Spelled)
            .Where(isKept)
            .Order(StringComparer.Ordinal);
        var query = string.Join('&', named);
        return query.Length == 0 ? "" : "?" + query;
    }

    private static string Spelled(string parameter)
    {
        // What "&amp;" escaped twice leaves of "&".
        while (parameter.StartsWith("amp;", StringComparison.OrdinalIgnoreCase))
            parameter = parameter["amp;".Length..];
        return PercentEncoding.Normalise(parameter).Replace("+", "%20", StringComparison.Ordinal);
    }

    /// <summary>Whether a parameter, in any spelling, says nothing of which page it is.</summary>
    /// <param name="parameter">As written, such as <c>utm_source=rss</c>.</param>
    /// <param name="path">The address's path in its one spelling.</param>
    public static bool IsTracking(string parameter, string path)
    {
        var (name, value) = Parted(Spelled(parameter));
        return name.Length > 0 && TrackingParameters.Contains(name, value, path);
    }

    private static bool NamesPage(string parameter, string path)
    {
        var (name, value) = Parted(parameter);
        return name.Length > 0 && !TrackingParameters.Contains(name, value, path) && !EditionParameters.Contains(name, value);
    }

    private static (string Name, string Value) Parted(string parameter)
    {
        var equals = parameter.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (parameter, "") : (parameter[..equals], parameter[(equals + 1)..]);
    }
}
