using System.Globalization;
using System.Xml;

namespace FeedHub.Demo;

/// <summary>Writes RSS 2.0.</summary>
internal static class RssEdition
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The edition's document.</summary>
    public static byte[] Write(PublisherEdition edition)
    {
        var document = XmlEdition.Write(xml => Document(xml, edition));
        return edition.Publisher.Broken ? XmlEdition.Break(document) : document;
    }

    private static void Document(XmlWriter xml, PublisherEdition edition)
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteAttributeString("xmlns", "content", null, XmlEdition.Content);
        xml.WriteAttributeString("xmlns", "dc", null, XmlEdition.DublinCore);
        xml.WriteStartElement("channel");
        Channel(xml, edition);
        foreach (var item in edition.Items)
            Item(xml, edition.Publisher, item);
    }

    private static void Channel(XmlWriter xml, PublisherEdition edition)
    {
        xml.WriteElementString("title", edition.Publisher.Title);
        xml.WriteElementString("link", edition.Front.ToString());
        xml.WriteElementString("description", edition.Publisher.Tagline);
        xml.WriteElementString("language", edition.Publisher.Language);
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", edition.MediaType);
        xml.WriteAttributeString("href", edition.Self.ToString());
        xml.WriteEndElement();
    }

    private static void Item(XmlWriter xml, Publisher publisher, NewsItem item)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", item.Title);
        xml.WriteElementString("link", item.Url);
        xml.WriteElementString("guid", item.Id);
        xml.WriteElementString("pubDate", EditionDates.Rss(publisher, item.Published));
        if (item.Author.Length > 0)
            xml.WriteElementString("creator", XmlEdition.DublinCore, item.Author);
        foreach (var word in item.Categories)
            xml.WriteElementString("category", word);
        xml.WriteElementString("description", item.Summary + (publisher.Broken ? "\u00A0Selengkapnya …" : ""));
        if (!publisher.SummaryOnly)
            xml.Markup("encoded", XmlEdition.Content, item.Html);
        if (item.Picture is { } picture)
            Enclosure(xml, picture);
        xml.WriteEndElement();
    }

    private static void Enclosure(XmlWriter xml, DemoPicture picture)
    {
        xml.WriteStartElement("enclosure");
        xml.WriteAttributeString("url", picture.Url.ToString());
        xml.WriteAttributeString("length", picture.Length.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("type", DemoPicture.MediaType);
        xml.WriteEndElement();
    }
}
