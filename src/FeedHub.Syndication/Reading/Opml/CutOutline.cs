using System.Net;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Opml;

/// <summary>The outline in whose tag a list ends: it is told of as far as it came.</summary>
internal static partial class CutOutline
{
    // Longer than any outline's tag; bounds the work on hostile input.
    private const int MaxLength = 4 * 1024;

    /// <summary>Its attributes that came whole, so that part of an address is never taken for one; null where the list ends between two
    /// tags.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>>? Find(string text)
    {
        var at = text.LastIndexOf("<outline", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || text.Length - at > MaxLength || text.AsSpan(at).Contains('>'))
            return null;
        return [.. Attribute().Matches(text[at..]).Select(attribute => new KeyValuePair<string, string>(
            attribute.Groups["name"].Value, WebUtility.HtmlDecode(attribute.Groups["value"].Value)))];
    }

    [GeneratedRegex("""\s(?<name>[\w:.-]+)\s*=\s*(["'])(?<value>(?:(?!\1).)*)\1""", RegexOptions.Singleline)]
    private static partial Regex Attribute();
}
