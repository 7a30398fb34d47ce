using System.Text;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>
/// Tells tags that mark up a headline ("&lt;b&gt;Rain&lt;/b&gt;") from those that it speaks of ("A guide to &lt;head&gt; elements"): its
/// words never vanish.
/// </summary>
internal sealed partial class HeadlineTags
{
    // A program, and no words between two tags that are spoken of.
    private const string Code = "(){}[];=<";

    // Nobody marks up a headline with these.
    private static readonly HashSet<string> Topics = new(
        ("article aside audio base body button canvas datalist details dialog embed fieldset figure footer form frame frameset head "
            + "header html iframe input label legend link main map menu meta meter nav noframes noscript object optgroup option output "
            + "param picture portal progress script search section select slot source style summary svg table tbody td template "
            + "textarea tfoot th thead title tr track video").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private readonly string _html;
    private readonly TagEnds _ends;
    private readonly SpokenBreaks _breaks;
    private readonly int _lastComment;
    private readonly HashSet<string> _open = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _joined = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<int> _spoken = [];
    private readonly List<(int At, int End)> _undecided = [];
    private int _commentEnd = -1;

    // From the first to the last of what is markup although nobody marks up a headline with it: what is inside is markup too.
    private (int From, int To) _marked = (int.MaxValue, 0);

    private HeadlineTags(string html)
    {
        (_html, _lastComment, _ends) = (html, html.LastIndexOf("-->", StringComparison.Ordinal), new(html));
        _breaks = new(html, _ends);
        foreach (var match in Tag().EnumerateMatches(html))
        {
            if (html[match.Index + 1] == '/')
                _ends.Add(match.Index);
        }
    }

    /// <summary>The text with the <c>&lt;</c> of what it speaks of escaped, so that only markup is left to be taken as such.</summary>
    public static string Escape(string html) => html.Contains('<') ? new HeadlineTags(html).Escape() : html;

    /// <summary>Whether there are letters or digits beside and between the tags, a program's among them.</summary>
    public static bool HasWords(string html) => References.Resolve(AnyTag().Replace(html, " ")).Any(char.IsLetterOrDigit);

    private string Escape()
    {
        foreach (var match in Tag().EnumerateMatches(_html))
            Decide(match.Index, match.Index + match.Length);
        var isOfTags = _spoken.Count > 0 || SpokenPlace.IsOfMarkup(_html) || _breaks.AreOfTwoKinds;
        _spoken.AddRange(_breaks.Spoken(isOfTags));
        _spoken.AddRange(_undecided.Where(tag => isOfTags || SpokenPlace.IsNamed(_html, tag.At, tag.End)).Select(tag => tag.At));
        _spoken.Sort();
        return Escaped();
    }

    private string Escaped()
    {
        var text = new StringBuilder(_html.Length + 16);
        var done = 0;
        foreach (var at in _spoken)
        {
            text.Append(_html, done, at - done).Append("&lt;");
            done = at + 1;
        }

        return text.Append(_html, done, _html.Length - done).ToString();
    }

    private void Decide(int at, int end)
    {
        if (_html[at + 1] is '!' or '?')
        {
            if (!_html.AsSpan(at).StartsWith("<!--") || _lastComment <= at || IsWord(at))
                _spoken.Add(at);
        }
        else if (HtmlNames.Whole(_html, at + (_html[at + 1] == '/' ? 2 : 1)) is var name && SpokenBreaks.Is(name))
        {
            _breaks.Add(at, end);
        }
        else if (_html.AsSpan(at, end - at).Contains('='))
        {
            DecideLoaded(name, at, end);
        }
        else if (HtmlNames.IsElement(name) && !IsMarkup(name, at, end))
        {
            _spoken.Add(at);
        }
    }

    // A tag with values is markup where it fetches something, touches a word, or holds words.
    private void DecideLoaded(string name, int at, int end)
    {
        var tag = _html.AsSpan(at, end - at);
        var (hasEnd, behind) = (_ends.LastAfter(name, at) is not null, _ends.BehindPair(name, end));
        if (tag[^1] != '>' || !SpokenPlace.IsWord(_html, at, behind) || LoadedTag.Fetches(tag)
            || (hasEnd ? behind == end || !Topics.Contains(name) : LoadedTag.ShowsPicture(name, tag)))
            Mark(name, at);
        else if (!HtmlNames.IsElement(name) || Topics.Contains(name) || !LoadedTag.Dresses(tag))
            _spoken.Add(at);
        else
            _undecided.Add((at, end));
    }

    private bool IsMarkup(string name, int at, int end)
    {
        if (_html[at + 1] == '/')
            return !(Topics.Contains(name) || _joined.Contains(name)) || _open.Contains(name);
        if (_ends.LastAfter(name, at) is not { } last)
            return false;
        if (!Topics.Contains(name))
            return !IsJoined(name, at, end, last);
        var isMarkup = (at > _marked.From && at < _marked.To) || IsCode(end, last);
        if (isMarkup)
            Mark(name, at);
        return isMarkup;
    }

    private bool IsJoined(string name, int at, int end, int last)
    {
        var isJoined = _ends.AreJoined(name, at, end, last);
        if (isJoined)
            _joined.Add(name);
        return isJoined;
    }

    private void Mark(string name, int at)
    {
        if (!Topics.Contains(name) || _ends.LastAfter(name, at) is not { } end)
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

    [GeneratedRegex(
        @"</?[a-z][a-z0-9]*(?:\s[^<>=""']*)?/?>|<[a-z][a-z0-9-]*\s[^<>]*=[^<>]*>?|<!|<\?",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("<[^<>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex AnyTag();
}
