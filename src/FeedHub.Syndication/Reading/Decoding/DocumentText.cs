using System.Buffers;
using System.Text;

namespace FeedHub.Syndication.Reading.Decoding;

/// <summary>
/// A document's text, without the marks and zeros around it. Where its bytes are UTF-8 as they are, it is read from them: a string of the
/// whole is made only for who asks for it, which a sound feed never needs.
/// </summary>
internal sealed class DocumentText
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private string? _text;

    /// <summary>A text that had to be decoded.</summary>
    public DocumentText(string text) => _text = text.Trim('\uFEFF', '\0');

    /// <summary>A text of bytes that are valid UTF-8.</summary>
    public DocumentText(ReadOnlyMemory<byte> utf8) => _bytes = Trimmed(utf8);

    /// <summary>The whole text.</summary>
    public string Text => _text ??= Encoding.UTF8.GetString(_bytes.Span);

    /// <summary>Its first character that is not white space; U+FFFD where there is none.</summary>
    public Rune First
    {
        get
        {
            if (_text is not null)
                return _text.EnumerateRunes().FirstOrDefault(rune => !Rune.IsWhiteSpace(rune), Rune.ReplacementChar);
            var rest = _bytes.Span;
            Rune rune;
            while (Rune.DecodeFromUtf8(rest, out rune, out var length) == OperationStatus.Done && Rune.IsWhiteSpace(rune))
                rest = rest[length..];
            return rune;
        }
    }

    /// <summary>The text from its beginning.</summary>
    public TextReader Open() => _text is not null ? new StringReader(_text) : new Utf8Reader(_bytes);

    /// <summary>Calls for the text in the form in which it is there.</summary>
    public bool Is(Func<ReadOnlySpan<char>, bool> ofText, Func<ReadOnlySpan<byte>, bool> ofBytes) =>
        _text is not null ? ofText(_text) : ofBytes(_bytes.Span);

    private static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> bytes)
    {
        for (int length; (length = MarkAtStart(bytes.Span)) > 0;)
            bytes = bytes[length..];
        for (int length; (length = MarkAtEnd(bytes.Span)) > 0;)
            bytes = bytes[..^length];
        return bytes;
    }

    private static int MarkAtStart(ReadOnlySpan<byte> bytes) => bytes switch { [0, ..] => 1, [0xEF, 0xBB, 0xBF, ..] => 3, _ => 0 };

    private static int MarkAtEnd(ReadOnlySpan<byte> bytes) => bytes switch { [.., 0] => 1, [.., 0xEF, 0xBB, 0xBF] => 3, _ => 0 };
}
