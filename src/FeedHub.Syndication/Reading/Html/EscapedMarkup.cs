using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>Tells texts that are escaped HTML from texts that speak of it.</summary>
internal static partial class EscapedMarkup
{
    private const string Begin = "<![CDATA[";
    private const string End = "]]>";

    /// <summary>True if there is a tag of HTML that is closed, or one that has no end: nobody writes about tags in pairs.</summary>
    public static bool Is(string text)
    {
        foreach (var match in Tag().EnumerateMatches(text))
        {
            var name = HtmlNames.Whole(text, match.Index + (text[match.Index + 1] == '/' ? 2 : 1));
            if (HtmlNames.IsElement(name))
                return true;
        }

        return false;
    }

    /// <summary>True if the text may be HTML too, although none of its tags is closed: it begins with one, has one with attributes, or a
    /// comment.</summary>
    public static bool IsPerhaps(string text) => Is(text) || (text[0] == '<' && HtmlNames.IsElement(HtmlNames.Whole(text, 1)))
        || WithAttributes().IsMatch(text) || text.Contains("<!--", StringComparison.Ordinal);

    /// <summary>The text inside a CDATA section that was itself escaped: the publisher wrapped it twice.</summary>
    public static string? Unwrapped(string? text)
    {
        if (text is null)
            return null;
        var inner = text.AsSpan().Trim();
        while (inner.StartsWith(Begin) && inner.EndsWith(End))
            inner = inner[Begin.Length..^End.Length].Trim();
        return inner.IsEmpty ? null : inner.Length == text.Length ? text : inner.ToString();
    }

    [GeneratedRegex(@"<[a-z][a-z0-9:-]*\s[^<>]*=", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex WithAttributes();

    [GeneratedRegex(
        @"</[a-z][a-z0-9]*\s*>|<[a-z][a-z0-9]*(?:\s[^<>]*)?/>|<(?:br|hr|p)>|<(?:img|a)\s[^<>]*>",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
