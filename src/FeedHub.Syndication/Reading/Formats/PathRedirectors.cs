using System.Net;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>Links that carry the page that is meant in their path: Yahoo's search and news, Google's AMP pages,
/// Proofpoint.</summary>
internal static partial class PathRedirectors
{
    /// <summary>The page, or null.</summary>
    /// <param name="host">The host, in small letters and without <c>www.</c></param>
    /// <param name="link">The whole link.</param>
    public static string? Target(string host, Uri link) =>
        host.EndsWith("search.yahoo.com", StringComparison.Ordinal) || host.EndsWith("news.yahoo.com", StringComparison.Ordinal)
            ? Found(Yahoo().Match(link.AbsolutePath))
        : GoogleNews.IsGoogle(host) ? Amp(GoogleAmp().Match(link.PathAndQuery))
        : host.EndsWith(".cdn.ampproject.org", StringComparison.Ordinal) ? Amp(AmpCache().Match(link.PathAndQuery))
        : host == "urldefense.com" ? Found(Proofpoint().Match(link.AbsoluteUri))
        : null;

    private static string? Found(Match match) => match.Success ? WebUtility.UrlDecode(match.Groups["url"].Value) : null;

    // "s" says that the page is asked for by https.
    private static string? Amp(Match match) => match.Success
        ? (match.Groups["s"].Success ? "https://" : "http://") + match.Groups["page"].Value
        : null;

    [GeneratedRegex("/RU=(?<url>https?%3a%2f%2f[^/]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Yahoo();

    [GeneratedRegex(@"^/amp/(?<s>s/)?(?<page>[\w-]+(?:\.[\w-]+)+/.+)$")]
    private static partial Regex GoogleAmp();

    [GeneratedRegex(@"^/[cv]/(?<s>s/)?(?<page>[\w-]+(?:\.[\w-]+)+/.+)$")]
    private static partial Regex AmpCache();

    [GeneratedRegex("^https?://urldefense\\.com/v3/__(?<url>https?:/.+?)__;", RegexOptions.IgnoreCase)]
    private static partial Regex Proofpoint();
}
