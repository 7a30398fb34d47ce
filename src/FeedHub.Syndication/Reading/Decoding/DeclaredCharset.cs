using System.Text;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Decoding;

/// <summary>The encodings that header and document claim, in the order of their authority (RFC 7303 3).</summary>
internal static partial class DeclaredCharset
{
    // The declaration stands first; a kilobyte leaves room for blank lines and warnings before it.
    private const int Head = 1024;

    public static IReadOnlyList<Encoding> Find(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]);
        string[] labels = [HeaderCharset().Match(contentType ?? "").Groups[1].Value, XmlEncoding().Match(head).Groups[1].Value];
        // A wide encoding would have shown its zeros: the label is a leftover of a conversion.
        return [.. labels.Where(l => l.Length > 0).Select(CharsetNames.Find).OfType<Encoding>().Where(e => !IsWide(e)).Distinct()];
    }

    private static bool IsWide(Encoding encoding) => encoding.CodePage is 1200 or 1201 or 12000 or 12001;

    [GeneratedRegex("charset\\s*=\\s*['\"]?([\\w.:-]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HeaderCharset();

    [GeneratedRegex("<\\?xml[^>]*?\\sencoding\\s*=\\s*['\"]([^'\"]+)['\"]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex XmlEncoding();
}
