using System.Text;
using FeedHub.Syndication.Reading.Decoding;

namespace FeedHub.Syndication.Reading.Sitemaps;

/// <summary>A sitemap's bytes as text, told by its beginning alone: the whole is never in memory.</summary>
internal static class SitemapText
{
    private const int Head = 64 * 1024;

    /// <summary>Opens the text. The stream is closed with it.</summary>
    public static StreamReader Open(Stream bytes, string? contentType)
    {
        var peeked = new PeekedStream(bytes, Head);
        return new(peeked, EncodingOf(peeked.Head, contentType), detectEncodingFromByteOrderMarks: false, bufferSize: 16 * 1024);
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> head, string? contentType) =>
        (ByteOrderMark.Find(head)?.Encoding ?? ByteOrderMark.Sniff(head)) is { } told && told.CodePage != CharsetNames.Utf8 ? told
        : IsUtf8(head) ? CharsetNames.Utf8OrWindows1252
        : DeclaredCharset.Find(head, contentType).FirstOrDefault(e => e.CodePage is not (CharsetNames.Utf8 or 1252))
            ?? CharsetNames.Utf8OrWindows1252;

    // The head may end inside a character. Servers declare Latin-1 for everything they send.
    private static bool IsUtf8(ReadOnlySpan<byte> head) => Utf8Census.Of(head) is { Good: > 0 } census && census.Good > 4 * census.Bad;
}
