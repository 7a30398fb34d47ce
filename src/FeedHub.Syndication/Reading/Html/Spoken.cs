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
    private int _commentEnd = -1;

    // From the first to the last of what is markup although nobody marks up a headline with it: what is inside is markup too.
    private (int From, int To) _marked = (int.MaxValue, 0);

    private Spoken(string html)
    {
        (_html, _lastComment) = (html, html.LastIndexOf("-->", StringComparison.Ordinal));
        foreach (var match in Tag().EnumerateMatches(html))
        {
            if (html[match.Index + 1] == '/')
                _lastEnd[HtmlNames.Whole(html, match.Index + 2)] = match.Index;
        }

        foreach (var match in WithAttributes().EnumerateMatches(html))
            Mark(HtmlNames.Whole(html, match.Index + 1), match.Index);
    }

    /// <summary>The text with the <c>&lt;</c> of what it speaks of escaped, so that only markup is left to be taken as such.</summary>
    public static string Escape(string html) => html.Contains('<') ? new Spoken(html).Escape() : html;

    /// <summary>Whether there are letters or digits beside and between the tags, a program's among them.</summary>
    public static bool HasWords(string html) => References.Resolve(AnyTag().Replace(html, " ")).Any(char.IsLetterOrDigit);

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
            return _html.AsSpan(at).StartsWith("<!--") && _lastComment > at && !IsWord(at);
        var isEnd = _html[at + 1] == '/';
        var name = HtmlNames.Whole(_html, at + (isEnd ? 2 : 1));
        if (!HtmlNames.IsElement(name) || Breaks.Contains(name))
            return true;
        if (isEnd)
            return !Topics.Contains(name) || _open.Contains(name);
        var isMarkup = _lastEnd.TryGetValue(name, out var end) && end > at
            && (!Topics.Contains(name) || (at > _marked.From && at < _marked.To) || IsCode(at + length, end));
        if (isMarkup)
            Mark(name, at);
        return isMarkup;
    }

    private void Mark(string name, int at)
    {
        if (!Topics.Contains(name) || !_lastEnd.TryGetValue(name, out var end) || end < at)
            return;
        _open.Add(name);
        _marked = (Math.Min(_marked.From, at), Math.Max(_marked.To, end));
    }

    // A comment that stands between words as one of them is spoken of; a publisher's own is put to a word, where nobody sees it. Ends are
    // searched once each: a thousand beginnings have one end.
    private bool IsWord(int at)
    {
        if (_commentEnd < at)
            _commentEnd = _html.IndexOf("-->", at, StringComparison.Ordinal);
        var end = _commentEnd + "-->".Length;
        return (at == 0 || char.IsWhiteSpace(_html[at - 1])) && (end == _html.Length || char.IsWhiteSpace(_html[end]));
    }

    private bool IsCode(int from, int to) => to > from && _html.AsSpan(from, to - from).IndexOfAny(Code) >= 0;

    // With attributes that have values nobody speaks of a tag: what is not matched here is markup.
    [GeneratedRegex(@"</?[a-z][a-z0-9]*(?:\s[^<>=""']*)?/?>|<!|<\?", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"<[a-z][a-z0-9]*\s[^<>]*=", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex WithAttributes();

    [GeneratedRegex("<[^<>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex AnyTag();
}
