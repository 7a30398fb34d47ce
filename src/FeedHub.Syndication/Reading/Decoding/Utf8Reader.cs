using System.Text.Unicode;

namespace FeedHub.Syndication.Reading.Decoding;

/// <summary>Valid UTF-8, decoded straight to where its reader wants it: a <see cref="StreamReader"/> has bytes and characters of its own
/// on the way.</summary>
internal sealed class Utf8Reader(ReadOnlyMemory<byte> bytes) : TextReader
{
    private ReadOnlyMemory<byte> _rest = bytes;

    // The second half of a pair, where there was no room for it.
    private char? _half;

    /// <inheritdoc/>
    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        var halves = TakeHalf(buffer);
        Utf8.ToUtf16(_rest.Span, buffer[halves..], out var read, out var written);
        _rest = _rest[read..];
        return halves + written > 0 || _rest.IsEmpty ? halves + written : Divide(buffer);
    }

    private int TakeHalf(Span<char> buffer)
    {
        if (_half is not { } half)
            return 0;
        (buffer[0], _half) = (half, null);
        return 1;
    }

    // A pair is next, and there is room for one half of it.
    private int Divide(Span<char> buffer)
    {
        Span<char> pair = stackalloc char[2];
        Utf8.ToUtf16(_rest.Span, pair, out var read, out _);
        _rest = _rest[read..];
        (buffer[0], _half) = (pair[0], pair[1]);
        return 1;
    }
}
