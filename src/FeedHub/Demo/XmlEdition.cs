using System.Text;
using System.Xml;

namespace FeedHub.Demo;

/// <summary>What the XML formats share.</summary>
internal static class XmlEdition
{
    /// <summary>Dublin Core elements.</summary>
    public const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>The content module of RSS.</summary>
    public const string Content = "http://purl.org/rss/1.0/modules/content/";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    /// <summary>Writes a document in UTF-8.</summary>
    public static byte[] Write(Action<XmlWriter> document)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartDocument();
            document(xml);
        }

        return bytes.ToArray();
    }

    /// <summary>Writes an element in a namespace with markup in a CDATA section.</summary>
    public static void Markup(this XmlWriter xml, string name, string space, string html)
    {
        xml.WriteStartElement(name, space);
        xml.WriteCData(html);
        xml.WriteEndElement();
    }

    /// <summary>Breaks a document as careless templates do: ampersands stand bare, spaces become an entity of HTML.</summary>
    public static byte[] Break(byte[] document) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(document)
        .Replace("&amp;", "&", StringComparison.Ordinal)
        .Replace("\u00A0", "&nbsp;", StringComparison.Ordinal));
}
