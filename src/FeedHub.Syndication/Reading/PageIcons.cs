using System.Net;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading;

/// <summary>The icons that a page's head names (HTML, <c>link rel="icon"</c>).</summary>
public static partial class PageIcons
{
    // What is looked for stands at the head of a page.
    private const int Head = 128 * 1024;
    private const int Most = 3;

    /// <summary>Addresses as written, relative to the page, at most three; <c>icon</c> before <c>apple-touch-icon</c>, no SVG.</summary>
    public static IReadOnlyList<string> Named(string html) =>
    [
        .. Link().Matches(html.Length > Head ? html[..Head] : html)
            .Select(link => (Rank: Rank(Value(Rel(), link.Value)), Address: Value(Href(), link.Value)))
            .Where(icon => icon is { Rank: < 2, Address.Length: > 0 } && !IsSvg(icon.Address))
            .OrderBy(icon => icon.Rank).Select(icon => WebUtility.HtmlDecode(icon.Address)).Distinct().Take(Most),
    ];

    private static int Rank(string rel)
    {
        var words = rel.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Contains("icon") ? 0 : words.Any(word => word.StartsWith("apple-touch-icon", StringComparison.Ordinal)) ? 1 : 2;
    }

    private static bool IsSvg(string address) =>
        address.Split('?', '#')[0].EndsWith(".svg", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("data:", StringComparison.OrdinalIgnoreCase);

    private static string Value(Regex attribute, string link) =>
        string.Concat(attribute.Match(link).Groups.Values.Skip(1).Select(group => group.Value)).Trim();

    [GeneratedRegex(@"<link\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"\srel\s*=\s*(?:""([^""]*)""|'([^']*)'|([^\s""'>]+))", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Rel();

    [GeneratedRegex(@"\shref\s*=\s*(?:""([^""]*)""|'([^']*)'|([^\s""'>]+))", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Href();
}
