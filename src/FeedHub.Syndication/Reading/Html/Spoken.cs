using System.Text;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>
/// Tells tags that mark up a headline ("&lt;b&gt;Rain&lt;/b&gt;") from those that it speaks of ("A guide to &lt;head&gt; elements"): its
/// words never vanish.
/// </summary>
internal sealed partial class Spoken
{
    // A program, and no words between two tags that are spoken of.
    private const string Code = "(){}[];=<";

    // They part or end lines, and publishers leave them without an end.
    private static readonly HashSet<string> Breaks = new("br hr p wbr".Split(' '), StringComparer.OrdinalIgnoreCase);

    // Nobody marks up a headline with these.
    private static readonly HashSet<string> Topics = new(
        ("article aside audio base body button canvas datalist details dialog embed fieldset figure footer form frame frameset head "
            + "header html iframe input label legend link main map menu meta meter nav noframes noscript object optgroup option output "
            + "param picture portal progress script search section select slot source style summary svg table tbody td template "
            + "textarea tfoot th thead title tr track video").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private readonly string _html;
    private readonly Dictionary<string, int> _lastEnd = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _lastComment;
    private readonly HashSet<string> _open = new(StringComparer.OrdinalIgnoreCase);

    private Spoken(string html)
    {
        (_html, _lastComment) = (html, html.LastIndexOf("-->", StringComparison.Ordinal));
        foreach (var match in Tag().EnumerateMatches(html))
        {
            if (html[match.Index + 1] == '/')
                _lastEnd[HtmlNames.Whole(html, match.Index + 2)] = match.Index;
        }
    }

    /// <summary>The text with the <c>&lt;</c> of what it speaks of escaped, so that only markup is left to be taken as such.</summary>
    public static string Escape(string html) => html.Contains('<') ? new Spoken(html).Escape() : html;

    private string Escape()
    {
        var text = new StringBuilder(_html.Length + 16);
        var done = 0;
        foreach (var match in Tag().EnumerateMatches(_html))
        {
            if (IsMarkup(match.Index, match.Length))
                continue;
            text.Append(_html, done, match.Index - done).Append("&lt;");
            done = match.Index + 1;
        }

        return text.Append(_html, done, _html.Length - done).ToString();
    }

    private bool IsMarkup(int at, int length)
    {
        if (_html[at + 1] is '!' or '?')
            return _html.AsSpan(at).StartsWith("<!--") && _lastComment > at;
        var isEnd = _html[at + 1] == '/';
        var name = HtmlNames.Whole(_html, at + (isEnd ? 2 : 1));
        if (!HtmlNames.IsElement(name) || Breaks.Contains(name))
            return true;
        if (isEnd)
            return !Topics.Contains(name) || _open.Contains(name);
        var isMarkup = _lastEnd.TryGetValue(name, out var end) && end > at && (!Topics.Contains(name) || IsCode(at + length, end));
        if (isMarkup)
            _open.Add(name);
        return isMarkup;
    }

    private bool IsCode(int from, int to) => to > from && _html.AsSpan(from, to - from).IndexOfAny(Code) >= 0;

    // With attributes that have values nobody speaks of a tag: what is not matched here is markup.
    [GeneratedRegex(@"</?[a-z][a-z0-9]*(?:\s[^<>=""']*)?/?>|<!|<\?", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
