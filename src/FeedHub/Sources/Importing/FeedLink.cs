using System.Text.RegularExpressions;

namespace FeedHub.Sources.Importing;

/// <summary>Links that feed readers register for, as some lists have them: <c>feed:</c>, <c>rss:</c>, <c>pcast:</c>, <c>itpc:</c>, each
/// before an address or a host; so is what stands before a second scheme.</summary>
internal static partial class FeedLink
{
    /// <summary>The web address that is meant; any other text as it is.</summary>
    public static string Of(string url)
    {
        var rest = url[Prefixes().Match(url).Length..];
        return rest.Length == url.Length || WebScheme().IsMatch(rest) ? rest : "http://" + rest.TrimStart('/');
    }

    [GeneratedRegex(
        "^(?:(?:feeds?|rss|pcast|itpc):(?://)?|https?://(?=https?:))*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefixes();

    [GeneratedRegex("^https?:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WebScheme();
}
