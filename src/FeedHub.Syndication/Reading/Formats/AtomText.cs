using System.Text;
using System.Xml.Linq;
using FeedHub.Syndication.Reading.Decoding;
using FeedHub.Syndication.Reading.Html;
using FeedHub.Syndication.Reading.Markup;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>Text constructs and contents of Atom (RFC 4287 3.1, 4.1.3), with the modes of Atom 0.3.</summary>
internal static class AtomText
{
    /// <summary>The construct as HTML, or null if it is empty or no text.</summary>
    public static string? Html(XElement? element)
    {
        if (element is null)
            return null;
        var type = Values.NotEmpty(element.Attribute("type")?.Value)?.ToLowerInvariant() ?? "text";
        var mode = element.Attribute("mode")?.Value;
        if (IsMedia(type))
            return null;
        if ((mode == "base64" || IsBase64(type)) && !element.HasElements && FromBase64(element.Value) is var (decoded, text) && decoded)
            return text;
        if (IsBase64(type) && !type.Contains("html", StringComparison.Ordinal))
            return null;
        if (!element.HasElements && type is "text" or "text/plain" && mode != "escaped")
            return Values.NotEmpty(Escaped(element.Value, isTold: IsTold(element)));
        if (type.Contains("xhtml", StringComparison.Ordinal) && element.HasElements)
            return Values.NotEmpty(Open(InDiv(element)));
        return EscapedMarkup.Unwrapped(type.Contains("html", StringComparison.Ordinal) && element.HasElements
            ? XhtmlWriter.Inner(element, element)
            : Values.Markup(element));
    }

    /// <summary>The construct as plain text, or null.</summary>
    public static string? Plain(XElement? element) => Values.Told(Html(element));

    /// <summary>A text of Media RSS, which is plain unless it says otherwise or is evidently HTML; or null.</summary>
    public static string? Media(XElement? element) => element is null || element.HasElements || element.Attribute("type")?.Value == "html"
        ? Values.Markup(element)
        : Values.NotEmpty(Escaped(element.Value, isTold: IsOfLines(element)));

    // A type of "plain" and lines are those of a text; one that closes a tag or breaks its lines by tags is HTML all the same.
    private static bool IsOfLines(XElement element) =>
        (element.Attribute("type")?.Value == "plain" || element.Value.AsSpan().Trim().Contains('\n'))
        && !element.Value.Contains("</", StringComparison.Ordinal) && !element.Value.Contains("<br", StringComparison.OrdinalIgnoreCase);

    // The type is written out: then what looks like HTML speaks of it (RFC 4287 3.1.1.1).
    private static bool IsTold(XElement element) => Values.NotEmpty(element.Attribute("type")?.Value) is not null;

    private static string Open(XElement element) => element.HasElements ? XhtmlWriter.Inner(element) : XhtmlWriter.Mixed(element);

    // The div belongs to the format, not to the text (RFC 4287 3.1.1.3).
    private static XElement InDiv(XElement element) =>
        element.Elements().Count() == 1 && element.Element(Namespaces.Xhtml + "div") is { } div
        && !element.Nodes().OfType<XText>().Any(t => !string.IsNullOrWhiteSpace(t.Value)) ? div : element;

    // RFC 4287 4.1.3.3, rule 6.
    private static bool IsBase64(string type) =>
        type.Contains('/') && !type.StartsWith("text/", StringComparison.Ordinal)
        && !type.EndsWith("+xml", StringComparison.Ordinal) && !type.EndsWith("/xml", StringComparison.Ordinal);

    private static bool IsMedia(string type) => type.Split('/')[0] is "image" or "audio" or "video";

    // What is not text in UTF-8 is a file.
    private static (bool Decoded, string? Text) FromBase64(string value)
    {
        var bytes = new byte[value.Length];
        if (!Convert.TryFromBase64String(value, bytes, out var length))
            return (false, null);
        var isText = Utf8Census.Of(bytes.AsSpan(0, length)).IsValid && bytes.AsSpan(0, length).IndexOfAnyInRange((byte)0, (byte)8) < 0;
        return (true, isText ? Values.NotEmpty(Encoding.UTF8.GetString(bytes, 0, length)) : null);
    }

    // Many declare no type and mean HTML: what has tags of HTML in it is taken as HTML.
    private static string Escaped(string text, bool isTold)
    {
        var mended = References.FixC1(TwiceEncoded.Mend(text));
        return !isTold && EscapedMarkup.Is(mended) ? mended : PlainText.Html(mended);
    }
}
