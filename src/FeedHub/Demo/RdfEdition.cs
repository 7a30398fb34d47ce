using System.Xml;

namespace FeedHub.Demo;

/// <summary>Writes RSS 1.0: the items stand beside the channel, which lists them.</summary>
internal static class RdfEdition
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const string Rss = "http://purl.org/rss/1.0/";

    /// <summary>The edition's document.</summary>
    public static byte[] Write(PublisherEdition edition) => XmlEdition.Write(xml =>
    {
        xml.WriteStartElement("rdf", "RDF", Rdf);
        xml.WriteAttributeString("xmlns", Rss);
        xml.WriteAttributeString("xmlns", "dc", null, XmlEdition.DublinCore);
        Channel(xml, edition);
        foreach (var item in edition.Items)
            Item(xml, edition.Publisher, item);
    });

    private static void Channel(XmlWriter xml, PublisherEdition edition)
    {
        xml.WriteStartElement("channel", Rss);
        xml.WriteAttributeString("about", Rdf, edition.Self.ToString());
        xml.WriteElementString("title", Rss, edition.Publisher.Title);
        xml.WriteElementString("link", Rss, edition.Front.ToString());
        xml.WriteElementString("description", Rss, edition.Publisher.Tagline);
        xml.WriteElementString("language", XmlEdition.DublinCore, edition.Publisher.Language);
        Contents(xml, edition.Items);
        xml.WriteEndElement();
    }

    private static void Contents(XmlWriter xml, IReadOnlyList<NewsItem> items)
    {
        xml.WriteStartElement("items", Rss);
        xml.WriteStartElement("Seq", Rdf);
        foreach (var item in items)
        {
            xml.WriteStartElement("li", Rdf);
            xml.WriteAttributeString("resource", Rdf, item.Id);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Item(XmlWriter xml, Publisher publisher, NewsItem item)
    {
        xml.WriteStartElement("item", Rss);
        xml.WriteAttributeString("about", Rdf, item.Id);
        xml.WriteElementString("title", Rss, item.Title);
        xml.WriteElementString("link", Rss, item.Url);
        xml.WriteElementString("description", Rss, item.Summary);
        xml.WriteElementString("date", XmlEdition.DublinCore, EditionDates.Rfc3339(publisher, item.Published));
        if (item.Author.Length > 0)
            xml.WriteElementString("creator", XmlEdition.DublinCore, item.Author);
        foreach (var word in item.Categories)
            xml.WriteElementString("subject", XmlEdition.DublinCore, word);
        xml.WriteEndElement();
    }
}
