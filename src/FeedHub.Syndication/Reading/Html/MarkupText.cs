using System.Buffers;
using System.Text;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>Plain text of markup, in one pass and without a DOM: for titles, names, search and summaries.</summary>
internal sealed class MarkupText(string html, char mark)
{
    private static readonly SearchValues<char> Special = SearchValues.Create("<&");

    // Their text is not for readers.
    private static readonly string[] Unread = ["script", "style", "template", "iframe", "svg", "head", "select", "textarea"];

    // Inline elements join the words around them; all others part them.
    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
        "mark", "math", "q", "s",
        "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    private readonly StringBuilder _result = new(html.Length);
    private readonly int _lastClose = html.LastIndexOf('>');
    private readonly ForeignTags _foreign = new(html);
    private readonly HtmlScanner _scanner = new(html);

    // Looked at to tell a tag that was cut off from a comparison.
    private const int CutTag = 500;

    /// <summary>The text of a fragment: tags gone, references resolved once, white space folded.</summary>
    public static string Of(string html) => html.AsSpan().IndexOfAny(Special) < 0 ? Spaces.Fold(html) : Spaces.Fold(Broken(html, ' '));

    /// <summary>The text with its white space as it is, and <paramref name="mark"/> where a block or a line ends.</summary>
    public static string Broken(string html, char mark) => new MarkupText(html, mark).Read();

    private string Read()
    {
        for (var at = 0; at < html.Length;)
        {
            var run = html.AsSpan(at).IndexOf('<');
            if (run < 0)
                run = html.Length - at;
            Append(html.AsSpan(at, run));
            at += run;
            if (at < html.Length)
                at = Tag(at);
        }

        return _result.ToString();
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
        if (html.AsSpan(at).StartsWith("<!--"))
            return EndOf("-->", at + 4);
        var isEnd = at + 1 < html.Length && html[at + 1] == '/';
        var name = HtmlNames.Whole(html, at + (isEnd ? 2 : 1));
        var isKnown = HtmlNames.IsElement(name) || IsDeclaration(at);
        if (!isKnown && (name.Length == 0 || at > _lastClose || !_foreign.IsTag(name, at, isEnd)))
            return Literal(at);
        // Asked before each search: a thousand tags without an end must not each search to the end.
        if (_lastClose < at)
            return Unclosed(at);
        var close = TagEnd.Find(html, at);
        if (isKnown && !Inline.Contains(name))
            _result.Append(mark);
        return isEnd || html[close - 1] == '/' ? close + 1 : Within(name, close + 1);
    }

    private int Within(string name, int from)
    {
        var isFormula = MathText.IsFormula(name);
        if (!isFormula && !Unread.Contains(name, StringComparer.OrdinalIgnoreCase))
            return from;
        _scanner.GoTo(from);
        if (isFormula)
            _result.Append(new MathText(_scanner, html, asHtml: false).Read());
        else
            _scanner.Skip(name);
        return _scanner.At;
    }

    private int Literal(int at)
    {
        _result.Append('<');
        return at + 1;
    }

    // A tag cut off has attributes or is an end; "a<b" is a comparison.
    private int Unclosed(int at) =>
        html.AsSpan(at, Math.Min(CutTag, html.Length - at)).Contains('=') || html.AsSpan(at).StartsWith("</") ? html.Length : Literal(at);

    // "<![CDATA[" in a text is what somebody writes about.
    private bool IsDeclaration(int at) =>
        at + 1 < html.Length && (html[at + 1] == '?' || (html[at + 1] == '!' && !html.AsSpan(at).StartsWith("<![CDATA[")));

    private int EndOf(string what, int from)
    {
        var end = html.IndexOf(what, from, StringComparison.Ordinal);
        return end < 0 ? html.Length : end + what.Length;
    }
}
