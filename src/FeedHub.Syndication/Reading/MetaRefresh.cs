using System.Net;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading;

/// <summary>Where a page sends its reader on by itself (HTML, <c>meta http-equiv="refresh"</c>).</summary>
internal static partial class MetaRefresh
{
    /// <summary>The address as written, relative to the page; null where the page stays, or only loads itself again.</summary>
    public static string? Target(string head) => Tag().Matches(head)
        .Select(tag => Content().Match(tag.Value))
        .Select(content => Address().Match(WebUtility.HtmlDecode(content.Groups[1].Value + content.Groups[2].Value)))
        .Where(address => address.Success)
        .Select(address => address.Groups[1].Value.Trim('"', '\'', ' '))
        .FirstOrDefault(address => address.Length > 0);

    [GeneratedRegex(@"<meta\b[^>]*\bhttp-equiv\s*=\s*[""']?refresh\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\bcontent\s*=\s*(?:""([^""]*)""|'([^']*)')", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Content();

    [GeneratedRegex(@"^\s*[\d.]+\s*[;,]?\s*(?:url\s*=\s*)?(.*)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
