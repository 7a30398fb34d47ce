using System.Text;
using FeedHub.Syndication.Reasons;
using UtfUnknown;

namespace FeedHub.Syndication.Reading.Decoding;

/// <summary>
/// Bytes to text: BOM, then the HTTP charset, then the XML declaration (RFC 7303 3), then a guess. A label is believed only as
/// far as the bytes bear it out: servers put a default charset on everything they send.
/// </summary>
internal static class DocumentDecoder
{
    // So much non-ASCII text is not valid UTF-8 by chance, even in the double-byte Asian charsets.
    private const int ConvincingBytes = 10;

    // With fewer bad bytes in so many good ones, the document is UTF-8 with a few pasted Latin characters.
    private const int GoodBytesPerBadOne = 4;

    /// <summary>The text, read from the bytes themselves where they are UTF-8 as they are.</summary>
    public static DocumentText Read(ReadOnlyMemory<byte> bytes, string? contentType, Repairs repairs)
    {
        var (encoding, mark) = EncodingOf(bytes.Span, contentType, repairs);
        return ReferenceEquals(encoding, Encoding.UTF8) ? new(bytes[mark..]) : new(encoding.GetString(bytes.Span[mark..]));
    }

    /// <summary>The text as a string.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType, Repairs repairs)
    {
        var (encoding, mark) = EncodingOf(bytes, contentType, repairs);
        return encoding.GetString(bytes[mark..]);
    }

    // What to read the bytes by, from which place on. Encoding.UTF8 itself only where they are valid.
    private static (Encoding Encoding, int Mark) EncodingOf(ReadOnlySpan<byte> bytes, string? contentType, Repairs repairs)
    {
        if (ByteOrderMark.Find(bytes) is { } mark)
            return mark;
        if (ByteOrderMark.Sniff(bytes) is { } wide)
            return (wide, 0);
        var census = Utf8Census.Of(bytes);
        if (census.IsAscii && DeclaredCharset.Find(bytes, contentType).All(e => e.IsSingleByte || e.CodePage == CharsetNames.Utf8))
            return (Encoding.UTF8, 0);
        var encoding = Choose(bytes, contentType, census, repairs);
        return (encoding.CodePage == CharsetNames.Utf8 ? Mixed(census, repairs) : encoding, 0);
    }

    private static Encoding Choose(ReadOnlySpan<byte> bytes, string? contentType, Utf8Census census, Repairs repairs)
    {
        var declared = DeclaredCharset.Find(bytes, contentType);
        foreach (var encoding in declared)
        {
            if (Bears(encoding, bytes, census))
                return encoding;
            repairs.Add(ReasonCode.NotTheDeclaredCharset, encoding.WebName);
        }

        return census.IsValid || MostlyUtf8(census) ? Encoding.UTF8 : Guess(bytes, declared);
    }

    private static bool Bears(Encoding encoding, ReadOnlySpan<byte> bytes, Utf8Census census)
    {
        if (encoding.CodePage == CharsetNames.Utf8)
            return census.IsValid || MostlyUtf8(census);
        if (census.IsValid && (encoding.IsSingleByte || census.Good >= ConvincingBytes) && !census.IsAscii)
            return false;
        return encoding.IsSingleByte ? !(MostlyUtf8(census) && census.Good >= ConvincingBytes) : IsClean(encoding, bytes);
    }

    private static bool MostlyUtf8(Utf8Census census) => census.Good > census.Bad * GoodBytesPerBadOne;

    private static bool IsClean(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var text = encoding.GetString(bytes);
        return text.AsSpan().Count('\uFFFD') * 1000 <= text.Length;
    }

    private static Encoding Guess(ReadOnlySpan<byte> bytes, IReadOnlyList<Encoding> declared)
    {
        var guess = CharsetDetector.DetectFromBytes(bytes.ToArray()).Detected;
        return guess?.Encoding is { } encoding && guess.Confidence > 0.5f ? CharsetNames.Widen(encoding)
            : declared.FirstOrDefault(e => e.CodePage != CharsetNames.Utf8) ?? CharsetNames.Windows1252;
    }

    private static Encoding Mixed(Utf8Census census, Repairs repairs)
    {
        if (census.IsValid)
            return Encoding.UTF8;
        repairs.Add(ReasonCode.MixedCharsets);
        return CharsetNames.Utf8OrWindows1252;
    }
}
