using System.Buffers;
using System.Text;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>Plain text of markup, in one pass and without a DOM: for titles, names, search and summaries.</summary>
internal static class MarkupText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("<&");

    // Their text is not for readers.
    private static readonly string[] Unread = ["script", "style", "noscript", "template", "iframe", "svg", "object", "head", "select", "textarea"];

    // Inline elements join the words around them; all others part them.
    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
        "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    // Looked at to tell a tag that was cut off from a comparison.
    private const int CutTag = 500;

    /// <summary>The text of a fragment: tags gone, references resolved once, white space folded.</summary>
    public static string Of(string html) => html.AsSpan().IndexOfAny(Special) < 0 ? Spaces.Fold(html) : Spaces.Fold(Broken(html, ' '));

    /// <summary>The text with its white space as it is, and <paramref name="mark"/> where a block or a line ends.</summary>
    public static string Broken(string html, char mark)
    {
        var result = new StringBuilder(html.Length);
        var lastClose = html.LastIndexOf('>');
        for (var at = 0; at < html.Length;)
        {
            var run = html.AsSpan(at).IndexOf('<');
            if (run < 0) run = html.Length - at;
            Append(result, html.AsSpan(at, run));
            at += run;
            if (at < html.Length) at = Tag(html, at, lastClose, mark, result);
        }

        return result.ToString();
    }

    private static void Append(StringBuilder result, ReadOnlySpan<char> run)
    {
        if (run.Contains('&')) result.Append(References.Resolve(run.ToString()));
        else result.Append(run);
    }

    private static int Tag(string html, int at, int lastClose, char mark, StringBuilder result)
    {
        if (html.AsSpan(at).StartsWith("<!--")) return EndOf(html, "-->", at + 4);
        var isEnd = at + 1 < html.Length && html[at + 1] == '/';
        var name = HtmlNames.At(html, at + (isEnd ? 2 : 1));
        if (!HtmlNames.IsElement(name) && !IsDeclaration(html, at))
        {
            result.Append('<');
            return at + 1;
        }

        // Asked before each search: a thousand tags without an end must not each search to the end.
        if (lastClose < at) return Unclosed(html, at, result);
        var close = TagEnd.Find(html, at);
        if (!Inline.Contains(name)) result.Append(mark);
        return !isEnd && html[close - 1] != '/' && Unread.Contains(name, StringComparer.OrdinalIgnoreCase) ? SkipElement(html, name, close + 1) : close + 1;
    }

    // A tag cut off has attributes or is an end; "a<b" is a comparison.
    private static int Unclosed(string html, int at, StringBuilder result)
    {
        if (html.AsSpan(at, Math.Min(CutTag, html.Length - at)).Contains('=') || html.AsSpan(at).StartsWith("</")) return html.Length;
        result.Append('<');
        return at + 1;
    }

    private static bool IsDeclaration(string html, int at) => at + 1 < html.Length && html[at + 1] is '!' or '?';

    private static int SkipElement(string html, string name, int from)
    {
        var end = html.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html.Length : EndOf(html, ">", end);
    }

    private static int EndOf(string html, string what, int from)
    {
        var end = html.IndexOf(what, from, StringComparison.Ordinal);
        return end < 0 ? html.Length : end + what.Length;
    }
}
