namespace FeedHub.Syndication.Reading.Html;

/// <summary>Cuts HTML into tokens (HTML 13.2.5) in one pass. Never fails: what is not markup is text. Linear in its length.</summary>
internal sealed class HtmlScanner(string html, int at = 0)
{
    private const string CData = "<![CDATA[";

    private readonly int _lastClose = html.LastIndexOf('>');

    // Where the next end of an element was found, so that many elements left open cost one search.
    private readonly Dictionary<string, int> _ends = new(StringComparer.OrdinalIgnoreCase);

    private int _openCData;

    /// <summary>Where the next token begins.</summary>
    public int At { get; private set; } = at;

    public bool AtEnd => At >= html.Length;

    public HtmlToken Next()
    {
        var token = Read();
        At = token.End;
        return token;
    }

    /// <summary>Where an element ends that begins before <see cref="At"/>: the place of its end tag, or null.</summary>
    public int? EndOf(string name)
    {
        if (!_ends.TryGetValue(name, out var end) || (end >= 0 && end < At))
            _ends[name] = end = html.IndexOf("</" + name, At, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? null : end;
    }

    /// <summary>Skips what an element holds, with its end tag. Where it is never closed, only code is skipped.</summary>
    public void Skip(string name)
    {
        if (EndOf(name) is { } end)
            At = After('>', end);
        else if (name.ToLowerInvariant() is "script" or "style")
            At = html.Length;
    }

    /// <summary>Reads on from a place.</summary>
    public void GoTo(int at) => At = at;

    private HtmlToken Read()
    {
        var rest = html.AsSpan(At);
        if (rest[0] != '<')
            return CloseCData(rest) ? Unread(At + 3) : Text(TextEnd(rest));
        if (rest.StartsWith("<!--"))
            return Unread(CommentEnd());
        if (rest.StartsWith(CData))
            return OpenCData();
        if (rest.Length > 1 && rest[1] is '!' or '?' && At < _lastClose)
            return Unread(After('>', At));
        return Tag(rest.Length > 1 && rest[1] == '/');
    }

    private HtmlToken Tag(bool isEnd)
    {
        var name = HtmlNames.Whole(html, At + (isEnd ? 2 : 1));
        if (name.Length == 0)
            return Text(At + 1);
        // Asked before each search: a thousand tags without an end must not each search to the end.
        if (At > _lastClose)
            return Unread(html.Length);
        var close = TagEnd.Find(html, At);
        return new(isEnd ? HtmlTokenKind.End : HtmlTokenKind.Start, name, At, close + 1, !isEnd && TagEnd.IsEmpty(html, At, close));
    }

    private int TextEnd(ReadOnlySpan<char> rest)
    {
        var length = _openCData > 0 ? rest.IndexOfAny('<', ']') : rest.IndexOf('<');
        return length < 0 ? html.Length : At + Math.Max(length, 1);
    }

    private bool CloseCData(ReadOnlySpan<char> rest)
    {
        if (_openCData == 0 || !rest.StartsWith("]]>"))
            return false;
        _openCData--;
        return true;
    }

    private HtmlToken OpenCData()
    {
        _openCData++;
        return Unread(At + CData.Length);
    }

    // "<!-->" and "<!--->" are whole comments (HTML 13.2.5.43).
    private int CommentEnd()
    {
        var rest = html.AsSpan(At + 4);
        if (rest.StartsWith(">") || rest.StartsWith("->"))
            return At + 4 + rest.IndexOf('>') + 1;
        var end = html.IndexOf("-->", At + 4, StringComparison.Ordinal);
        return end < 0 ? html.Length : end + 3;
    }

    private int After(char what, int from)
    {
        var end = html.IndexOf(what, from);
        return end < 0 ? html.Length : end + 1;
    }

    private HtmlToken Text(int end) => new(HtmlTokenKind.Text, "", At, end);

    private HtmlToken Unread(int end) => new(HtmlTokenKind.Unread, "", At, end);
}
