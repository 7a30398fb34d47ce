using System.Text;
using System.Xml.Linq;
using FeedHub.Syndication.Reading.Formats;
using FeedHub.Syndication.Reading.Html;

namespace FeedHub.Syndication.Reading.Markup;

/// <summary>Writes markup that stands in the open in a feed (Atom xhtml, unescaped descriptions) as HTML.</summary>
internal static class XhtmlWriter
{
    private static readonly XName Base = XNamespace.Xml + "base";

    /// <summary>The children of an element as HTML. The tree's bounded depth bounds the recursion.</summary>
    public static string Inner(XElement element)
    {
        var html = new StringBuilder();
        foreach (var node in element.Nodes())
            Write(node, html, null, null);
        return html.ToString();
    }

    /// <summary>
    /// The same where nobody says that the markup stands in the open: texts right in the element, or in the one element that it
    /// consists of, may be HTML that was escaped.
    /// </summary>
    public static string Mixed(XElement element)
    {
        var outer = element;
        while (OnlyChild(outer) is { } child)
            outer = child;
        var isEscaped = EscapedMarkup.Is(string.Concat(outer.Nodes().OfType<XText>().Select(t => t.Value)));
        return isEscaped ? Inner(element, outer) : Inner(element);
    }

    /// <summary>The children as HTML, where the texts right in the element are HTML that was escaped.</summary>
    public static string Inner(XElement element, XElement escaped)
    {
        var html = new StringBuilder();
        foreach (var node in element.Nodes())
            Write(node, html, null, escaped);
        return html.ToString();
    }

    /// <summary>Text as HTML. (WebUtility would also turn every letter of Latin-1 into a number.)</summary>
    public static string Encode(string text) =>
        text.AsSpan().IndexOfAny("&<>\"") < 0
            ? text
            : text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");

    // A listing of code is not a wrapper.
    private static XElement? OnlyChild(XElement element) =>
        element.Elements().Count() == 1 && element.Elements().First() is var child
            && child.Name.LocalName is "div" or "span" or "p" or "body" or "html" or "section" or "article"
            && element.Nodes().OfType<XText>().All(t => string.IsNullOrWhiteSpace(t.Value)) ? child : null;

    private static void Write(XNode node, StringBuilder html, Uri? @base, XElement? escaped)
    {
        if (node is XText text)
            html.Append(text.Parent == escaped ? text.Value : Encode(text.Value));
        else if (node is XElement element)
            Write(element, html, Addresses.Within(element, @base), escaped);
    }

    private static void Write(XElement element, StringBuilder html, Uri? @base, XElement? escaped)
    {
        var name = element.Name.LocalName;
        html.Append('<').Append(name);
        foreach (var attribute in element.Attributes())
        {
            if (attribute.Name.Namespace == XNamespace.None && !attribute.IsNamespaceDeclaration)
                Write(attribute, html, @base);
        }

        html.Append('>');
        if (HtmlNames.Void.Contains(name) && element.IsEmpty)
            return;
        foreach (var node in element.Nodes())
            Write(node, html, @base, escaped);
        html.Append("</").Append(name).Append('>');
    }

    private static void Write(XAttribute attribute, StringBuilder html, Uri? @base)
    {
        var isAddress = @base is not null && attribute.Name.LocalName is "href" or "src";
        var value = isAddress ? Addresses.Web(attribute.Value, @base) ?? attribute.Value : attribute.Value;
        html.Append(' ').Append(attribute.Name.LocalName).Append("=\"").Append(Encode(value)).Append('"');
    }
}
