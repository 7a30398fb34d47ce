using System.Text;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>Makes JSON of what people and templates write: commas that are missing, quotation marks within texts, ends that are cut off,
/// several documents in one script.</summary>
internal sealed class JsonSalvage
{
    // Deeper data is not read anyway.
    private const int Deepest = 120;

    private readonly string _text;
    private readonly StringBuilder _made = new("[");
    private readonly Stack<char> _open = new();
    private int _at;
    private bool _isValueDone;
    private bool _isValueDue;

    private JsonSalvage(string text) => _text = text;

    /// <summary>All documents of a text as one list.</summary>
    public static string ListOf(string text)
    {
        var salvage = new JsonSalvage(text);
        while (salvage._at < text.Length)
            salvage.Step(text[salvage._at]);
        return salvage.Closed();
    }

    private void Step(char next)
    {
        if (next is '{' or '[')
            Open(next);
        else if (next is '}' or ']')
            Close(next);
        else if (next == '"')
            Quote();
        else if (next is ',' or ':')
            Part(next);
        else if (char.IsLetterOrDigit(next) || next is '-' or '.')
            Word();
        else
            _at++;
    }

    private void Open(char bracket)
    {
        if (_open.Count == Deepest)
        {
            _at = _text.Length;
            return;
        }

        Begin();
        _made.Append(bracket);
        _open.Push(bracket == '{' ? '}' : ']');
        (_isValueDone, _isValueDue) = (false, false);
        _at++;
    }

    private void Close(char bracket)
    {
        _at++;
        if (!_open.Contains(bracket))
            return;
        for (var closed = '\0'; closed != bracket;)
            CloseOne(closed = _open.Pop());
    }

    private void CloseOne(char bracket)
    {
        if (_isValueDue)
            _made.Append("null");
        _made.Append(bracket);
        (_isValueDone, _isValueDue) = (true, false);
    }

    private void Quote()
    {
        Begin();
        var end = End(_at + 1);
        _made.Append('"').Append(Escaped(_text[(_at + 1)..end])).Append('"');
        _isValueDone = true;
        _at = end + 1;
    }

    private void Part(char sign)
    {
        _at++;
        if (_open.Count == 0 || !_isValueDone)
            return;
        _made.Append(sign);
        (_isValueDone, _isValueDue) = (false, sign == ':');
    }

    private void Word()
    {
        Begin();
        var from = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '-' or '+' or '.'))
            _at++;
        _made.Append(_text.AsSpan(from, _at - from));
        _isValueDone = true;
    }

    // Two values one after the other have a comma between them.
    private void Begin()
    {
        if (_isValueDone)
            _made.Append(',');
        (_isValueDone, _isValueDue) = (false, false);
    }

    private string Closed()
    {
        while (_open.TryPop(out var bracket))
            CloseOne(bracket);
        return _made.Append(']').ToString();
    }

    // The quotation mark behind which JSON goes on; where there is none, the end of the text.
    private int End(int from)
    {
        for (var at = from; at < _text.Length; at++)
        {
            if (_text[at] == '\\')
                at++;
            else if (_text[at] == '"' && IsEnd(at + 1))
                return at;
        }

        return _text.Length;
    }

    private bool IsEnd(int at)
    {
        var line = false;
        for (; at < _text.Length && char.IsWhiteSpace(_text[at]); at++)
            line |= _text[at] == '\n';
        if (at >= _text.Length || _text[at] is ':' or '}' or ']')
            return true;
        if (_text[at] == ',')
            return IsBeginning(at + 1);
        return line && _text[at] is '"' or '{' or '[';
    }

    private bool IsBeginning(int at)
    {
        while (at < _text.Length && char.IsWhiteSpace(_text[at]))
            at++;
        return at >= _text.Length || _text[at] is '"' or '{' or '[' or '}' or ']' or '-' || char.IsAsciiDigit(_text[at])
            || _text.AsSpan(at).StartsWith("true") || _text.AsSpan(at).StartsWith("false") || _text.AsSpan(at).StartsWith("null");
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
                escaped.Append(text, at++, 2);
            else if (text[at] is not '\\')
                escaped.Append(text[at] == '"' ? "\\\"" : text[at].ToString());
        }

        return escaped.ToString();
    }
}
