using System.Buffers.Text;
using System.Text;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>
/// Google's hosts, and the links of Google News that carry the article in their last segment: base64url of a protobuf message of
/// field 1 (the number 19) and field 4 (the address). Newer ones carry a name that only Google can resolve.
/// </summary>
internal static class GoogleNews
{
    private static ReadOnlySpan<byte> Head => [0x08, 0x13, 0x22];

    /// <summary>True for google.com, google.co.id and the like, and for news there.</summary>
    public static bool IsGoogle(string host)
    {
        var name = host.StartsWith("news.", StringComparison.Ordinal) ? host[5..] : host;
        return name.StartsWith("google.", StringComparison.Ordinal) && name.Length <= "google.com.xx".Length;
    }

    /// <summary>The address in a link's path, or null.</summary>
    public static string? Target(string host, string path)
    {
        var at = path.LastIndexOf("/articles/", StringComparison.Ordinal);
        return host == "news.google.com" && at >= 0 ? Address(path[(at + "/articles/".Length)..]) : null;
    }

    private static string? Address(string segment)
    {
        if (!Base64Url.IsValid(segment))
            return null;
        var bytes = Base64Url.DecodeFromChars(segment).AsSpan();
        if (!bytes.StartsWith(Head))
            return null;
        ReadOnlySpan<byte> rest = bytes[Head.Length..];
        var (length, from) = Varint(rest);
        return length <= rest.Length - from && rest[from..(from + length)] is var address && address.StartsWith("http"u8)
            ? Encoding.UTF8.GetString(address)
            : null;
    }

    // Two bytes hold 16 kB, and no address is longer.
    private static (int Value, int Length) Varint(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [< 0x80, ..] => (bytes[0], 1),
        [_, < 0x80, ..] => ((bytes[0] & 0x7F) | (bytes[1] << 7), 2),
        _ => (int.MaxValue, 0),
    };
}
