using System.Text;
using System.Text.RegularExpressions;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reading.Decoding;

namespace FeedHub.Syndication.Extracting.Pages;

/// <summary>Bytes of a page to text: as feeds are decoded, with the charset that the page's head names where the server names
/// none.</summary>
internal static partial class PageDecoder
{
    // A charset is to stand in the first kilobyte (HTML 4.2.5.5); scripts and comments push it down.
    private const int Head = 64 * 1024;

    /// <summary>The page's text.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="contentType">The Content-Type that came with them, or null.</param>
    public static string Decode(ReadOnlyMemory<byte> body, string? contentType)
    {
        var named = contentType?.Contains("charset", StringComparison.OrdinalIgnoreCase) == true ? contentType : Named(body.Span);
        return DocumentDecoder.Read(body, named, new Repairs()).Text;
    }

    private static string? Named(ReadOnlySpan<byte> body)
    {
        var head = Encoding.Latin1.GetString(body[..Math.Min(body.Length, Head)]);
        return Meta().Match(head) is { Success: true } meta ? "text/html; charset=" + meta.Groups[1].Value : null;
    }

    [GeneratedRegex(@"<meta\b[^>]{0,200}?\bcharset\s*=\s*[""']?\s*([\w.:-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Meta();
}
