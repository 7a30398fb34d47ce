namespace FeedHub.Syndication.Identity;

/// <summary>One spelling for the many addresses of one page, for comparing only: never fetched, never shown.</summary>
public static class CanonicalUrl
{
    /// <summary>
    /// The canonical form without scheme: host without <c>www.</c>, <c>m.</c>, <c>amp.</c>; no fragment, no default port, no
    /// tracking parameters, the others sorted; no <c>/amp</c> ending; no trailing slash. Null if it is no http(s) address, or
    /// only a site's front page, which identifies no item.
    /// </summary>
    public static string? Of(string? url) => throw new NotImplementedException();
}
