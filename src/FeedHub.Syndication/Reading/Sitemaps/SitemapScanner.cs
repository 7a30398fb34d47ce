namespace FeedHub.Syndication.Reading.Sitemaps;

/// <summary>
/// Cuts a sitemap into tags and the texts of its leaves. Never fails: anything else than a tag of a sitemap is skipped, and in a leaf it is
/// text ("Rupiah &lt; 16.000", "a&lt;b"). A DOCTYPE is skipped with all its declarations.
/// </summary>
internal sealed class SitemapScanner(TextWindow window)
{
    // A tag that is longer is a stray < before a lot of text.
    private const int LongestTag = 16 * 1024;

    /// <summary>The next piece; null at the end.</summary>
    /// <param name="leaf">The leaf that is open: without one texts are passed over.</param>
    public SitemapPiece? Next(string? leaf)
    {
        while (window.Ahead is { Length: > 0 } sight)
        {
            var piece = sight[0] == '<' ? Markup(leaf) : Text(sight, leaf);
            if (piece is not null)
                return piece;
        }

        return null;
    }

    private SitemapPiece? Text(ReadOnlySpan<char> sight, string? leaf)
    {
        var end = sight.IndexOf('<') is var at and >= 0 ? at : sight.Length;
        var text = leaf is null ? null : sight[..end].ToString();
        window.Advance(end);
        return text is null ? null : new SitemapPiece(PieceKind.Text, text);
    }

    private SitemapPiece? Markup(string? leaf)
    {
        if (window.StartsWith("<![CDATA["))
            return CData(leaf);
        if (window.StartsWith("<!--"))
            return Skip("-->", 4, leaf);
        if (window.StartsWith("<!DOCTYPE"))
            return DocType(leaf);
        return window.StartsWith("<?") ? Skip("?>", 2, leaf) : Tag() ?? LessThan(leaf);
    }

    private SitemapPiece? CData(string? leaf)
    {
        const int Start = 9;
        var close = window.Find("]]>", Start);
        var end = close ?? window.Find("</", Start) ?? window.Ahead.Length;
        var text = leaf is null ? null : window.Ahead[Start..Math.Max(Start, end)].ToString();
        window.Advance(close is null ? Math.Max(Start, end) : end + 3);
        return text is null ? null : new SitemapPiece(PieceKind.Literal, text);
    }

    private SitemapPiece? Skip(string mark, int from, string? leaf)
    {
        if (window.Find(mark, from) is not { } end)
            return LessThan(leaf);
        window.Advance(end + mark.Length);
        return null;
    }

    // An internal subset has declarations with > of their own.
    private SitemapPiece? DocType(string? leaf)
    {
        if (window.Find(">", 0) is not { } close)
            return LessThan(leaf);
        if (window.Ahead[..close].Contains('[') && window.Find("]", 0) is { } subset)
            close = window.Find(">", subset) ?? close;
        window.Advance(close + 1);
        return null;
    }

    private SitemapPiece? Tag()
    {
        var (isEnd, start) = window.StartsWith("</") ? (true, 2) : (false, 1);
        if (Close(start) is not { } close)
            return null;
        var inside = window.Ahead[start..close];
        var length = inside.IndexOfAny(" \t\r\n/");
        if (SitemapNames.Find(length < 0 ? inside : inside[..length]) is not { } name)
            return null;
        var isEmpty = !isEnd && inside.EndsWith("/");
        window.Advance(close + 1);
        return new SitemapPiece(isEnd || isEmpty ? PieceKind.End : PieceKind.Start, name);
    }

    // The place of the tag's end; null where another tag begins before it.
    private int? Close(int start)
    {
        for (var sight = window.Ahead; ; sight = window.Ahead)
        {
            if (sight[start..].IndexOfAny('<', '>') is var at and >= 0)
                return sight[start + at] == '>' ? start + at : null;
            if (sight.Length > LongestTag || !window.See())
                return null;
        }
    }

    private SitemapPiece? LessThan(string? leaf)
    {
        window.Advance(1);
        return leaf is null ? null : new SitemapPiece(PieceKind.Literal, "<");
    }
}
