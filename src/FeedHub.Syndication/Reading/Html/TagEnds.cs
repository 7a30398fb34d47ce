namespace FeedHub.Syndication.Reading.Html;

/// <summary>Where the elements of a headline end, by their names.</summary>
internal sealed class TagEnds(string html)
{
    private readonly Dictionary<string, int> _last = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>An end tag is at this place; to be told in their order.</summary>
    public void Add(int at) => _last[HtmlNames.Whole(html, at + 2)] = at;

    /// <summary>The place of the last end tag of this name, where it is behind the other place; else null.</summary>
    public int? LastAfter(string name, int at) => _last.TryGetValue(name, out var end) && end > at ? end : null;

    /// <summary>The place behind the end tag where that follows at once, else behind the start.</summary>
    /// <param name="name">The element's name.</param>
    /// <param name="end">The place behind its start tag.</param>
    public int BehindPair(string name, int end)
    {
        var close = $"</{name}>";
        return html.AsSpan(end).StartsWith(close, StringComparison.OrdinalIgnoreCase) ? end + close.Length : end;
    }

    /// <summary>Whether start and end stand as words with nothing to mark up between them: "Between &lt;b&gt; and &lt;/b&gt;".</summary>
    public bool AreJoined(string name, int at, int end, int last) => TagContext.IsJoined(html, end, last)
        && TagContext.IsWord(html, at, last == end ? BehindPair(name, end) : end);
}
