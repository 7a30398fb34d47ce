using System.Globalization;
using System.Xml;

namespace FeedHub.Demo;

/// <summary>Writes Atom 1.0 (RFC 4287).</summary>
internal static class AtomEdition
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The edition's document.</summary>
    public static byte[] Write(PublisherEdition edition) => XmlEdition.Write(xml =>
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, edition.Publisher.Language);
        Head(xml, edition);
        foreach (var item in edition.Items)
            Entry(xml, edition.Publisher, item);
    });

    private static void Head(XmlWriter xml, PublisherEdition edition)
    {
        xml.WriteElementString("id", Atom, edition.Front.ToString());
        xml.WriteElementString("title", Atom, edition.Publisher.Title);
        xml.WriteElementString("subtitle", Atom, edition.Publisher.Tagline);
        xml.WriteElementString("updated", Atom, EditionDates.Rfc3339(edition.Publisher, edition.Changed));
        Person(xml, edition.Publisher.Title);
        Link(xml, "self", edition.Self.ToString(), edition.MediaType);
        Link(xml, "alternate", edition.Front.ToString(), "text/html");
    }

    private static void Entry(XmlWriter xml, Publisher publisher, NewsItem item)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, item.Id);
        xml.WriteElementString("title", Atom, item.Title);
        Link(xml, "alternate", item.Url, "text/html");
        if (item.Picture is { } picture)
            Link(xml, "enclosure", picture.Url.ToString(), DemoPicture.MediaType, picture.Length);
        xml.WriteElementString("published", Atom, EditionDates.Rfc3339(publisher, item.Published));
        xml.WriteElementString("updated", Atom, EditionDates.Rfc3339(publisher, item.Updated));
        if (item.Author.Length > 0)
            Person(xml, item.Author);
        Categories(xml, item.Categories);
        xml.WriteElementString("summary", Atom, item.Summary);
        Content(xml, item.Html);
        xml.WriteEndElement();
    }

    private static void Person(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string type, int? length = null)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        if (length is { } bytes)
            xml.WriteAttributeString("length", bytes.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void Categories(XmlWriter xml, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", word);
            xml.WriteEndElement();
        }
    }

    private static void Content(XmlWriter xml, string html)
    {
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(html);
        xml.WriteEndElement();
    }
}
