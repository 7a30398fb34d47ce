using System.Buffers.Binary;

namespace FeedHub.Syndication.Reading;

/// <summary>
/// Tells a small picture by its bytes, not by what its sender calls it: PNG, GIF, JPEG, WebP or ICO. SVG is a document that can carry
/// scripts, and no picture here.
/// </summary>
public static class RasterPicture
{
    /// <summary>Most pixels of a side: a few bytes may unpack into a picture that takes a browser's memory.</summary>
    public const int MaxSide = 1024;

    /// <summary>The media type; null where the bytes are not such a picture, or one that is too large.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> bytes)
    {
        var (type, width, height) = bytes switch
        {
            _ when IsPng(bytes) => ("image/png", Big32(bytes, 16), Big32(bytes, 20)),
            _ when bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) => ("image/gif", Little16(bytes, 6), Little16(bytes, 8)),
            _ when bytes.StartsWith("RIFF"u8) && At(bytes, 8, "WEBP"u8) => WebP(bytes),
            [0xFF, 0xD8, 0xFF, ..] => Jpeg(bytes),
            [0, 0, 1, 0, ..] => Ico(bytes),
            _ => ("", 0L, 0L),
        };
        return width is > 0 and <= MaxSide && height is > 0 and <= MaxSide ? type : null;
    }

    private static bool IsPng(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes is [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] && At(bytes, 12, "IHDR"u8);

    // RFC 9649: simple lossy, simple lossless, extended.
    private static (string, long, long) WebP(ReadOnlySpan<byte> bytes) => bytes.Length < 30 ? default
        : At(bytes, 12, "VP8X"u8) ? ("image/webp", 1 + Little24(bytes, 24), 1 + Little24(bytes, 27))
        : At(bytes, 12, "VP8 "u8) ? ("image/webp", Little16(bytes, 26) & 0x3FFF, Little16(bytes, 28) & 0x3FFF)
        : At(bytes, 12, "VP8L"u8) ? ("image/webp", 1 + (Little32(bytes, 21) & 0x3FFF), 1 + ((Little32(bytes, 21) >> 14) & 0x3FFF))
        : default;

    // The frame's header (SOF) has the size; the segments before it are passed over.
    private static (string, long, long) Jpeg(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 9 < bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return ("image/jpeg", Big16(bytes, at + 7), Big16(bytes, at + 5));
            at += marker == 0xFF ? 1 : 2 + Math.Max(2, Big16(bytes, at + 2));
        }

        return default;
    }

    // Each picture in it is a PNG or a bitmap, whose own size counts: what the list says of it may be a lie.
    private static (string, long, long) Ico(ReadOnlySpan<byte> bytes)
    {
        var count = Little16(bytes, 4);
        var (width, height) = (0L, 0L);
        for (var entry = 6; entry < 6 + (16 * count); entry += 16)
        {
            var start = entry + 16 > bytes.Length ? bytes.Length : Little32(bytes, entry + 12);
            if (start + 24 > bytes.Length)
                return default;
            var picture = bytes[(int)start..];
            var (w, h) = IsPng(picture) ? (Big32(picture, 16), Big32(picture, 20)) : (Little32(picture, 4), Little32(picture, 8) / 2);
            (width, height) = (Math.Max(width, w), Math.Max(height, h));
        }

        return ("image/x-icon", width, height);
    }

    private static bool At(ReadOnlySpan<byte> bytes, int at, ReadOnlySpan<byte> mark) =>
        bytes.Length >= at + mark.Length && bytes[at..].StartsWith(mark);

    private static int Big16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static long Big32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    private static int Little16(ReadOnlySpan<byte> bytes, int at) =>
        bytes.Length < at + 2 ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static int Little24(ReadOnlySpan<byte> bytes, int at) => Little16(bytes, at) | (bytes[at + 2] << 16);

    private static long Little32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
