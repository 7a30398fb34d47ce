namespace FeedHub.Syndication.Identity;

/// <summary>One spelling for the many addresses of one page, for comparing only: never fetched, never shown.</summary>
public static class CanonicalUrl
{
    /// <summary>Longest address that is looked at, in UTF-16 units; what is longer names no page that anybody links to.</summary>
    public const int MaxLength = 4096;

    /// <summary>
    /// The canonical form without scheme: host without <c>www.</c>, <c>m.</c>, <c>amp.</c>; no fragment, no default port, no
    /// tracking parameters, the others sorted; no <c>/amp</c> ending; no trailing slash. Null if it is not an http(s) address, or
    /// only a site's front page, which identifies no item.
    /// </summary>
    public static string? Of(string? url)
    {
        if (url is null || url.Length > MaxLength || !Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) || !IsWeb(uri))
            return null;

        var path = UrlPath.Of(uri);
        var page = path + UrlQuery.Of(uri, path) + Hashbang(uri);
        return page.Length > 0 && UrlHost.Of(uri) is { } host ? host + page : null;
    }

    /// <summary>The canonical form of the address that a page gives itself; null where that leaves out what names the article, or adds to
    /// it: some programs name one address for all their pages.</summary>
    /// <param name="canonical">As the page calls itself.</param>
    /// <param name="own">Where it stands.</param>
    public static string? Named(string canonical, string own) =>
        Of(canonical) is { } named && ArticlePath.MayBe(named, Of(own) ?? "") ? named : null;

    /// <summary>
    /// One spelling for the addresses of one feed, without scheme: host without <c>www.</c>, no fragment, no default port, no last slash,
    /// escapes that are not needed taken back, parameters sorted and without <c>utm_</c>. What makes two addresses one article does not
    /// make them one feed: <c>source=twitter</c> may be a feed of its own. Null if it is not an http(s) address.
    /// </summary>
    public static string? OfFeed(string? url)
    {
        if (url is null || url.Length > MaxLength || !Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) || !IsWeb(uri))
            return null;
        return UrlHost.OfFeed(uri) is { } host
            ? host + PercentEncoding.Normalise(uri.AbsolutePath).TrimEnd('/') + UrlQuery.OfFeed(uri)
            : null;
    }

    /// <summary>The canonical form without its host, or null: what stays of an address when the site moves.</summary>
    internal static string? PageOf(string? url)
    {
        var canonical = Of(url);
        return canonical?[canonical.AsSpan().IndexOfAny('/', '?', '#')..];
    }

    private static bool IsWeb(Uri uri) =>
        (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0;

    // Sites of the AJAX years name the page behind "#!"; any other fragment is a place on the page.
    private static string Hashbang(Uri uri) =>
        uri.Fragment.StartsWith("#!", StringComparison.Ordinal) && uri.Fragment.Length > 2
            ? PercentEncoding.Normalise(uri.Fragment)
            : "";
}
