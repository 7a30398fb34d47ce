using System.Buffers;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>Plain text of markup, in one pass and without a DOM: for titles, names, search and summaries.</summary>
internal ref struct MarkupText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("<&");

    // Their text is not for readers.
    private static readonly string[] Unread = ["script", "style", "template", "iframe", "svg", "head", "select", "textarea"];

    // Nor are these in a headline; what stands in the others are its words.
    private static readonly string[] Programs = ["script", "style"];

    // Inline elements join the words around them; all others part them.
    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
        "mark", "math", "q", "s",
        "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> InlineNames =
        Inline.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string _html;
    private readonly char _mark;
    private readonly int _lastClose;
    private readonly string[] _unread;
    private PooledText _result;

    // Most texts need neither.
    private ForeignTags? _foreign;
    private HtmlScanner? _scanner;

    // Looked at to tell a tag that was cut off from a comparison.
    private const int CutTag = 500;

    private MarkupText(string html, char mark, string[] unread)
    {
        (_html, _mark, _lastClose, _unread) = (html, mark, html.LastIndexOf('>'), unread);
        _result = new(html.Length);
    }

    /// <summary>The text of a fragment: tags gone, references resolved once, white space folded.</summary>
    public static string Of(string html) => Folded(html, Unread);

    /// <summary>The text of a headline: as <see cref="Of"/> with the words that pages keep from readers, programs apart.</summary>
    public static string OfHeadline(string html) => Folded(html, Programs);

    private static string Folded(string html, string[] unread)
    {
        if (html.AsSpan().IndexOfAny(Special) < 0)
            return Spaces.Fold(html);
        var broken = Broken(html, ' ', unread);
        var text = Spaces.Fold(broken.Written);
        broken.Dispose();
        return text;
    }

    /// <summary>The text with its white space as it is, and <paramref name="mark"/> where a block or a line ends; to be disposed
    /// of.</summary>
    public static PooledText Broken(string html, char mark) => Broken(html, mark, Unread);

    private static PooledText Broken(string html, char mark, string[] unread)
    {
        var text = new MarkupText(html, mark, unread);
        text.Read();
        return text._result;
    }

    private void Read()
    {
        for (var at = 0; at < _html.Length;)
        {
            var run = _html.AsSpan(at).IndexOf('<');
            if (run < 0)
                run = _html.Length - at;
            Append(_html.AsSpan(at, run));
            at += run;
            if (at < _html.Length)
                at = Tag(at);
        }
    }

    private void Append(ReadOnlySpan<char> run)
    {
        if (run.Contains('&'))
            _result.Append(References.Resolve(run.ToString()));
        else
            _result.Append(run);
    }

    private int Tag(int at)
    {
        if (_html.AsSpan(at).StartsWith("<!--"))
            return EndOf("-->", at + 4);
        var isEnd = at + 1 < _html.Length && _html[at + 1] == '/';
        var name = HtmlNames.At(_html, at + (isEnd ? 2 : 1));
        var isKnown = HtmlNames.IsElement(name) || IsDeclaration(at);
        if (!isKnown && (name.Length == 0 || at > _lastClose || !(_foreign ??= new(_html)).IsTag(name.ToString(), at, isEnd)))
            return Literal(at);
        // Asked before each search: a thousand tags without an end must not each search to the end.
        if (_lastClose < at)
            return Unclosed(at);
        var close = TagEnd.Find(_html, at);
        if (isKnown && !InlineNames.Contains(name))
            _result.Append(_mark);
        return isEnd || _html[close - 1] == '/' ? close + 1 : Within(name, close + 1);
    }

    private int Within(ReadOnlySpan<char> name, int from)
    {
        if (MathText.IsFormula(name))
        {
            var scanner = At(from);
            _result.Append(new MathText(scanner, _html, asHtml: false).Read());
            return scanner.At;
        }

        foreach (var unread in _unread)
        {
            if (name.Equals(unread, StringComparison.OrdinalIgnoreCase))
                return Skip(unread, from);
        }

        return from;
    }

    private int Skip(string name, int from)
    {
        var scanner = At(from);
        scanner.Skip(name);
        return scanner.At;
    }

    private HtmlScanner At(int from)
    {
        (_scanner ??= new(_html)).GoTo(from);
        return _scanner;
    }

    private int Literal(int at)
    {
        _result.Append('<');
        return at + 1;
    }

    // A tag cut off has attributes or is an end; "a<b" is a comparison.
    private int Unclosed(int at) =>
        _html.AsSpan(at, Math.Min(CutTag, _html.Length - at)).Contains('=') || _html.AsSpan(at).StartsWith("</")
            ? _html.Length
            : Literal(at);

    // "<![CDATA[" in a text is what somebody writes about.
    private readonly bool IsDeclaration(int at) =>
        at + 1 < _html.Length && (_html[at + 1] == '?' || (_html[at + 1] == '!' && !_html.AsSpan(at).StartsWith("<![CDATA[")));

    private readonly int EndOf(string what, int from)
    {
        var end = _html.IndexOf(what, from, StringComparison.Ordinal);
        return end < 0 ? _html.Length : end + what.Length;
    }
}
