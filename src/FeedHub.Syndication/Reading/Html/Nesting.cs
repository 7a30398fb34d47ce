namespace FeedHub.Syndication.Reading.Html;

/// <summary>How deep markup nests, told without building a tree.</summary>
internal static class Nesting
{
    // Left unclosed by the thousand, these do not nest in one another.
    private static readonly HashSet<string> SelfClosing = new(["p", "li", "dt", "dd", "option", "tr", "td", "th"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The most elements open at once, or more: elements that HTML closes by itself are counted as open.</summary>
    public static int Depth(string html)
    {
        int depth = 0, deepest = 0;
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (html[at + 1] == '/') depth -= depth > 0 && IsNesting(html, at + 2) ? 1 : 0;
            else if (IsNesting(html, at + 1)) deepest = Math.Max(deepest, ++depth);
        }

        return deepest;
    }

    private static bool IsNesting(string html, int at)
    {
        var name = HtmlNames.At(html, at);
        return name.Length > 0 && !HtmlNames.Void.Contains(name) && !SelfClosing.Contains(name);
    }
}
