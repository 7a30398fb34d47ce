namespace FeedHub.Fetching;

/// <summary>What a body is by its first bytes.</summary>
internal static class BodyHead
{
    /// <summary>Bytes that are looked at.</summary>
    public const int Length = 64;

    /// <summary>A gzip member by its magic number and its only method (RFC 1952 2.3.1).</summary>
    public static bool IsGzip(ReadOnlySpan<byte> head) => head is [0x1F, 0x8B, 0x08, ..];

    /// <summary>A zlib stream: deflate, and a header that is a multiple of 31 (RFC 1950 2.2).</summary>
    public static bool IsZlib(ReadOnlySpan<byte> head) =>
        head is [var method, var flags, ..] && (method & 0x0F) == 8 && ((method << 8) + flags) % 31 == 0;

    /// <summary>A Zstandard frame by its magic number (RFC 8878 3.1.1).</summary>
    public static bool IsZstandard(ReadOnlySpan<byte> head) => head is [0x28, 0xB5, 0x2F, 0xFD, ..];

    /// <summary>Text that begins as XML, HTML or JSON does.</summary>
    public static bool IsMarkup(ReadOnlySpan<byte> head)
    {
        var start = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        return IsText(head) && start.TrimStart(" \t\r\n"u8) is [(byte)'<' or (byte)'{' or (byte)'[', ..];
    }

    /// <summary>No byte that text does not have; NUL is UTF-16's, and the escape is ISO-2022-JP's.</summary>
    public static bool IsText(ReadOnlySpan<byte> head)
    {
        foreach (var value in head)
        {
            if (value is > 0 and < (byte)'\t' or 0x0B or > (byte)'\r' and < 0x1B or > 0x1B and < (byte)' ' or 0x7F)
                return false;
        }

        return true;
    }
}
