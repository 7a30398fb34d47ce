using System.Buffers;

namespace FeedHub.Syndication.Reading.Cleaning;

/// <summary>A line's sentences. Cutting at an abbreviation does no harm: it is cut there every time.</summary>
internal ref struct Sentences
{
    // What a sentence can end with.
    private static readonly SearchValues<char> Ends = SearchValues.Create("。！？.!?…\"”’)»");

    private ReadOnlySpan<char> _rest;

    private Sentences(ReadOnlySpan<char> line) => _rest = line;

    /// <summary>The sentence that was come to, trimmed.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>The sentences, for a <c>foreach</c>.</summary>
    public static Sentences Of(ReadOnlySpan<char> line) => new(line);

    /// <summary>How many there are.</summary>
    public static int Count(ReadOnlySpan<char> line)
    {
        var count = 0;
        foreach (var _ in Of(line))
            count++;
        return count;
    }

    public readonly Sentences GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_rest.IsEmpty)
            return false;
        var end = End(_rest);
        Current = _rest[..end].Trim();
        _rest = _rest[end..];
        return true;
    }

    private static int End(ReadOnlySpan<char> text)
    {
        for (var at = 0; text[at..].IndexOfAny(Ends) is var next and >= 0; at++)
        {
            at += next;
            if (IsEnd(text, at))
                return at + 1;
        }

        return text.Length;
    }

    private static bool IsEnd(ReadOnlySpan<char> line, int at)
    {
        if (line[at] is '。' or '！' or '？')
            return true;
        if (at + 1 < line.Length && !char.IsWhiteSpace(line[at + 1]))
            return false;
        var last = line[at] is '"' or '”' or '’' or ')' or '»' && at > 0 ? line[at - 1] : line[at];
        return last is '.' or '!' or '?' or '…';
    }
}
