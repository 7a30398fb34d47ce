using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Reading.Markup;

/// <summary>Cuts a broken document into tokens. Never fails: what is not markup is text.</summary>
internal sealed class TagScanner(string text, Repairs repairs)
{
    private readonly TextMender _mender = new(repairs);
    private readonly Seeker _seek = new(text);
    private int _at;
    private string _lastStart = "";

    public bool AtEnd => _at >= text.Length;

    public MarkupToken Next()
    {
        if (text[_at] != '<')
            return TextUpTo(text.IndexOf('<', _at));
        var rest = text.AsSpan(_at);
        if (rest.StartsWith("<!--"))
            return Skip(_seek.After("-->", _at + 4) ?? _at + 4);
        if (rest.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase))
            return CData();
        if (rest.StartsWith("<!"))
            return DocType();
        if (rest.StartsWith("<?"))
            return Skip(_seek.After(">", _at) ?? text.Length);
        if (rest.StartsWith("</") && rest.Length > 2 && TagSyntax.IsNameStart(rest[2]))
            return End();
        return rest.Length > 1 && TagSyntax.IsNameStart(rest[1]) && Start() is { } start ? start : Literal();
    }

    private MarkupToken TextUpTo(int end)
    {
        if (end < 0)
            end = text.Length;
        var piece = text.AsSpan(_at, end - _at);
        _at = end;
        return MarkupToken.OfText(_mender.Resolve(piece));
    }

    private MarkupToken Skip(int to)
    {
        _at = to;
        return MarkupToken.OfText("");
    }

    private MarkupToken Literal()
    {
        repairs.Add(ReasonCode.BareLessThan);
        _at++;
        return MarkupToken.OfText("<");
    }

    private MarkupToken CData()
    {
        var start = _at + 9;
        var after = _seek.After("]]>", start);
        if (after is null)
            repairs.Add(ReasonCode.OpenCdata);
        var end = after - 3 ?? (_seek.After("</" + _lastStart, start) - _lastStart.Length - 2 ?? text.Length);
        _at = after ?? end;
        return MarkupToken.OfText(_mender.Clean(text.AsSpan(start, end - start)));
    }

    private MarkupToken DocType()
    {
        var end = _seek.After(">", _at) ?? text.Length;
        // An internal subset has declarations with > of their own.
        if (text.AsSpan(_at, end - _at).Contains('[') && _seek.After("]", _at) is { } subset)
            end = _seek.After(">", subset) ?? text.Length;
        return Skip(end);
    }

    private MarkupToken End()
    {
        var name = TagSyntax.Name(text, _at + 2);
        var close = text.AsSpan(_at + 2 + name.Length).IndexOfAny('<', '>');
        var stop = close < 0 ? text.Length : _at + 2 + name.Length + close;
        _at = stop < text.Length && text[stop] == '>' ? stop + 1 : stop;
        return MarkupToken.OfEnd(name);
    }

    private MarkupToken? Start()
    {
        if (TagSyntax.ReadStart(text, _at, _mender) is not var (token, end))
            return null;
        (_at, _lastStart) = (end, token.Name);
        return token;
    }
}
