namespace FeedHub.Syndication.Reading.Html;

/// <summary>Where a tag ends: at the first &gt; outside quotes (HTML 13.2.5.36).</summary>
internal static class TagEnd
{
    // A quote that is not closed soon was never one.
    private const int MaxValue = 64 * 1024;

    /// <summary>The place of the tag's &gt;, or -1 if there is none.</summary>
    public static int Find(string html, int at)
    {
        var limit = Math.Min(html.Length, at + MaxValue);
        for (var i = at; i < limit; i++)
        {
            if (html[i] == '>')
                return i;
            if (html[i] is '"' or '\'' && IsValueStart(html, i))
                i = ClosingQuote(html, i, limit);
            if (i < 0)
                break;
        }

        return html.IndexOf('>', at);
    }

    /// <summary>True if the tag is closed in itself: its slash is not part of an unquoted value ("&lt;a href=http://site/&gt;").</summary>
    public static bool IsEmpty(string html, int at, int close)
    {
        if (close - 1 <= at || html[close - 1] != '/')
            return false;
        var before = html.AsSpan(at, close - 1 - at);
        return !before[(before.LastIndexOfAny(" \t\r\n\"'") + 1)..].Contains('=');
    }

    private static bool IsValueStart(string html, int at)
    {
        while (at > 0 && char.IsWhiteSpace(html[at - 1]))
            at--;
        return at > 0 && html[at - 1] == '=';
    }

    private static int ClosingQuote(string html, int at, int limit)
    {
        var length = html.AsSpan(at + 1, limit - at - 1).IndexOf(html[at]);
        return length < 0 ? -1 : at + 1 + length;
    }
}
