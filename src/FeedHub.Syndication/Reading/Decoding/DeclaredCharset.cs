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
        string[] labels = [HeaderCharset().Match(contentType ?? "").Groups[1].Value, XmlLabel(head)];
        // A wide encoding would have shown its zeros: the label is a leftover of a conversion.
        return [.. labels.Where(l => l.Length > 0).Select(CharsetNames.Find).OfType<Encoding>().Where(e => !IsWide(e)).Distinct()];
    }

    // Nearly always the declaration is the document's first tag; else it is looked for in all of the head.
    private static string XmlLabel(string head)
    {
        var first = XmlEncoding().Match(head, 0, head.IndexOf('>') + 1);
        return (first.Success ? first : XmlEncoding().Match(head)).Groups[1].Value;
    }

    private static bool IsWide(Encoding encoding) => encoding.CodePage is 1200 or 1201 or 12000 or 12001;

    [GeneratedRegex("charset\\s*=\\s*['\"]?([\\w.:-]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex HeaderCharset();

    [GeneratedRegex("<\\?xml[^>]*?\\sencoding\\s*=\\s*['\"]([^'\"]+)['\"]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex XmlEncoding();
}
