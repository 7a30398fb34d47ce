namespace FeedHub.Syndication.Reading.Sitemaps;

/// <summary>A text that is read once, with sight of what comes next: up to <see cref="Reach"/> characters.</summary>
internal sealed class TextWindow(TextReader reader)
{
    /// <summary>How far ahead an end is looked for.</summary>
    public const int Reach = 1024 * 1024;

    private char[] _buffer = new char[16 * 1024];
    private int _start;
    private int _end;
    private bool _isOver;

    // How far each mark is known not to come, so that no stretch is searched twice for it.
    private readonly Dictionary<string, long> _searched = [];
    private long _passed;

    /// <summary>What is in sight now; at least one character, unless the text is over.</summary>
    public ReadOnlySpan<char> Ahead
    {
        get
        {
            if (_start == _end)
                Fill();
            return _buffer.AsSpan(_start, _end - _start);
        }
    }

    /// <summary>Passes over characters in sight.</summary>
    public void Advance(int count)
    {
        _start += count;
        _passed += count;
    }

    /// <summary>Whether the text goes on like this.</summary>
    public bool StartsWith(string text)
    {
        while (_end - _start < text.Length && Fill())
        {
        }

        return _buffer.AsSpan(_start, _end - _start).StartsWith(text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>How far it is to the mark, from a place on; null where it does not come within reach.</summary>
    public int? Find(string mark, int from)
    {
        from = (int)Math.Max(from, _searched.GetValueOrDefault(mark) - _passed);
        while (true)
        {
            var sight = Ahead;
            if (from <= sight.Length && sight[from..].IndexOf(mark) is var at and >= 0)
                return from + at;
            from = Math.Max(from, sight.Length - mark.Length + 1);
            if (sight.Length >= Reach || !Fill())
                break;
        }

        _searched[mark] = _passed + from;
        return null;
    }

    /// <summary>The first character that is neither white space nor a mark of an encoding, which stays in sight; null where there is
    /// none.</summary>
    public char? FirstVisible()
    {
        while (Ahead is { Length: > 0 } sight)
        {
            var at = 0;
            while (at < sight.Length && (char.IsWhiteSpace(sight[at]) || sight[at] is '\uFEFF' or '\0'))
                at++;
            Advance(at);
            if (at < sight.Length)
                return sight[at];
        }

        return null;
    }

    /// <summary>The next line, without its end and cut to <see cref="Bounds.Address"/>; null at the end of the text.</summary>
    public string? Line()
    {
        if (Ahead.Length == 0)
            return null;
        var end = Find("\n", 0) ?? Ahead.Length;
        var line = Ahead[..Math.Min(end, Bounds.Address)].ToString();
        Advance(Math.Min(end + 1, Ahead.Length));
        return line;
    }

    /// <summary>Brings more into sight; false at the end of the text.</summary>
    public bool See() => Fill();

    private bool Fill()
    {
        if (_isOver)
            return false;
        if (_end == _buffer.Length)
            MakeRoom();
        var read = reader.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isOver = read == 0;
        return read > 0;
    }

    // Never moves more than it has passed over, so that a text costs no more for how little of it is passed over at once.
    private void MakeRoom()
    {
        var sight = _buffer.AsSpan(_start, _end - _start);
        var buffer = _start >= _buffer.Length / 2 ? _buffer : new char[_buffer.Length * 2];
        sight.CopyTo(buffer);
        (_buffer, _start, _end) = (buffer, 0, sight.Length);
    }
}
