using System.Text;

namespace FeedHub.Syndication.Reading.Decoding;

/// <summary>What the first bytes say about the encoding (XML 1.0, appendix F).</summary>
internal static class ByteOrderMark
{
    private static readonly Encoding Utf32Be = new UTF32Encoding(bigEndian: true, byteOrderMark: true);

    // The four-byte marks stand first: the UTF-32 LE mark begins with the UTF-16 LE one.
    private static readonly (byte[] Bytes, Encoding Encoding)[] Marks =
    [
        ([0xFF, 0xFE, 0, 0], Encoding.UTF32),
        ([0, 0, 0xFE, 0xFF], Utf32Be),
        ([0xEF, 0xBB, 0xBF], Encoding.UTF8),
        ([0xFF, 0xFE], Encoding.Unicode),
        ([0xFE, 0xFF], Encoding.BigEndianUnicode),
    ];

    public static (Encoding Encoding, int Length)? Find(ReadOnlySpan<byte> bytes)
    {
        foreach (var (mark, encoding) in Marks)
        {
            if (!bytes.StartsWith(mark))
                continue;
            // A UTF-8 mark is also found before text that is not UTF-8: the usual path copes with both.
            return encoding.CodePage == CharsetNames.Utf8 && !Utf8Census.Of(bytes).IsValid ? null : (encoding, mark.Length);
        }

        return null;
    }

    /// <summary>UTF-16 or UTF-32 without a mark, by the zeros around the first character of a document.</summary>
    public static Encoding? Sniff(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4)
            return null;
        return (bytes[0] != 0, bytes[1] != 0, bytes[2] != 0, bytes[3] != 0) switch
        {
            (true, false, false, false) => Encoding.UTF32,
            (false, false, false, true) => Utf32Be,
            (true, false, true, false) => Encoding.Unicode,
            (false, true, false, true) => Encoding.BigEndianUnicode,
            _ => null,
        };
    }
}
