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
        foreach (var node in element.Nodes()) Write(node, html, null);
        return html.ToString();
    }

    /// <summary>Text as HTML. (WebUtility would also turn every letter of Latin-1 into a number.)</summary>
    public static string Encode(string text) =>
        text.AsSpan().IndexOfAny("&<>\"") < 0 ? text : text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");

    private static void Write(XNode node, StringBuilder html, Uri? @base)
    {
        if (node is XText text) html.Append(Encode(text.Value));
        else if (node is XElement element) Write(element, html, Addresses.Within(element, @base));
    }

    private static void Write(XElement element, StringBuilder html, Uri? @base)
    {
        var name = element.Name.LocalName;
        html.Append('<').Append(name);
        foreach (var attribute in element.Attributes())
        {
            if (attribute.Name.Namespace == XNamespace.None && !attribute.IsNamespaceDeclaration) Write(attribute, html, @base);
        }

        html.Append('>');
        if (HtmlNames.Void.Contains(name) && element.IsEmpty) return;
        foreach (var node in element.Nodes()) Write(node, html, @base);
        html.Append("</").Append(name).Append('>');
    }

    private static void Write(XAttribute attribute, StringBuilder html, Uri? @base)
    {
        var isAddress = @base is not null && attribute.Name.LocalName is "href" or "src";
        var value = isAddress ? Addresses.Web(attribute.Value, @base) ?? attribute.Value : attribute.Value;
        html.Append(' ').Append(attribute.Name.LocalName).Append("=\"").Append(Encode(value)).Append('"');
    }
}
