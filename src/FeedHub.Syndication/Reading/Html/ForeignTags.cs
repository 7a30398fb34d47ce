namespace FeedHub.Syndication.Reading.Html;

/// <summary>
/// Tells tags that are not HTML's ("&lt;o:p&gt;", "&lt;my-widget&gt;") from words in angle brackets ("List&lt;T&gt;"): a tag has
/// attributes, is closed, or has one of the prefixes that offices write.
/// </summary>
internal sealed class ForeignTags(string html)
{
    private static readonly HashSet<string> Prefixes = new(
        "o v w m x p u1 st1 st2 svg mml math fb".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    // Names of all end tags, looked for once and only where there is a tag to tell.
    private readonly Lazy<HashSet<string>> _ends = new(() => EndNames(html));
    private readonly HashSet<string> _starts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True if a tag begins at this place. To be asked of all tags in their order.</summary>
    public bool IsTag(string name, int at, bool isEnd)
    {
        var after = at + name.Length + (isEnd ? 2 : 1);
        if (after >= html.Length || !(char.IsWhiteSpace(html[after]) || html[after] is '/' or '>'))
            return false;
        if (HasPrefix(name))
            return true;
        if (isEnd)
            return _starts.Contains(name);
        var isTag = IsMoreThanAName(html.AsSpan(after, TagEnd.Find(html, at) - after)) || _ends.Value.Contains(name);
        if (isTag)
            _starts.Add(name);
        return isTag;
    }

    private static bool IsMoreThanAName(ReadOnlySpan<char> rest) => rest is [.., '/'] || rest.Contains('=');

    private static bool HasPrefix(string name) =>
        name.IndexOf(':') is var colon and > 0 && colon < name.Length - 1 && Prefixes.Contains(name[..colon]);

    private static HashSet<string> EndNames(string html)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = html.IndexOf("</", StringComparison.Ordinal); at >= 0; at = html.IndexOf("</", at + 2, StringComparison.Ordinal))
            names.Add(HtmlNames.Whole(html, at + 2));
        return names;
    }
}
