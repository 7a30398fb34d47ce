using System.Net;
using System.Text;
using System.Xml.Linq;
using FeedHub.Syndication.Reading.Html;
using FeedHub.Syndication.Reading.Markup;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>Text constructs and contents of Atom (RFC 4287 3.1, 4.1.3), with the modes of Atom 0.3.</summary>
internal static class AtomText
{
    /// <summary>The construct as HTML, or null if it is empty or no text.</summary>
    public static string? Html(XElement? element)
    {
        if (element is null) return null;
        var type = Values.NotEmpty(element.Attribute("type")?.Value)?.ToLowerInvariant() ?? "text";
        var mode = element.Attribute("mode")?.Value;
        if (mode == "base64" || IsBinary(type)) return type.StartsWith("text/", StringComparison.Ordinal) ? FromBase64(element.Value) : null;
        if (type is "text" or "text/plain" && !element.HasElements && mode != "escaped") return Values.NotEmpty(Escaped(element.Value));
        return Values.Markup(type.Contains("xhtml", StringComparison.Ordinal) ? InDiv(element) : element);
    }

    /// <summary>The construct as plain text, or null.</summary>
    public static string? Plain(XElement? element) =>
        element is null ? null : Values.Plain(element.HasElements ? Html(element) : element.Value);

    // The div belongs to the format, not to the text (RFC 4287 3.1.1.3).
    private static XElement InDiv(XElement element) =>
        element.Elements().Count() == 1 && element.Element(Namespaces.Xhtml + "div") is { } div
        && !element.Nodes().OfType<XText>().Any(t => !string.IsNullOrWhiteSpace(t.Value)) ? div : element;

    private static bool IsBinary(string type) =>
        type.Contains('/') && !type.StartsWith("text/", StringComparison.Ordinal) && !type.Contains("html", StringComparison.Ordinal);

    private static string? FromBase64(string value)
    {
        var bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value, bytes, out var length) ? Values.NotEmpty(Encoding.UTF8.GetString(bytes, 0, length)) : null;
    }

    // Many declare no type and mean HTML: what has tags of HTML in it is taken as HTML.
    private static string Escaped(string text) => LooksLikeHtml(text) ? References.FixC1(text) : WebUtility.HtmlEncode(text);

    private static bool LooksLikeHtml(string text) =>
        text.Contains("</", StringComparison.Ordinal) || text.Contains("/>", StringComparison.Ordinal) || text.Contains("<br>", StringComparison.OrdinalIgnoreCase)
        || text.Contains("<p>", StringComparison.OrdinalIgnoreCase);
}
