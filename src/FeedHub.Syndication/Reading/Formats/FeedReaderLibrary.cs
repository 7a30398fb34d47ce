using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds;
using FeedHub.Syndication.Reading.Markup;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>
/// The one place that knows CodeHollow.FeedReader. It reads the plain members of an item; what it loses or spoils (contents,
/// several authors, dates) the format's reader takes from the element.
/// </summary>
internal static class FeedReaderLibrary
{
    // It reads dates by the machine's culture and zone, and throws on some that it cannot read: it never sees them.
    private static readonly XName[] Dates =
        ["pubDate", Namespaces.Dc + "date", Namespaces.Atom + "published", Namespaces.Atom + "updated", Namespaces.Itunes + "duration"];

    /// <summary>An item of RSS or RDF. Its dates are taken out of the element.</summary>
    public static Rss20FeedItem Rss(XElement item)
    {
        RemoveDates(item);
        return new Rss20FeedItem(item);
    }

    /// <summary>An entry of Atom. Its dates are taken out of the element.</summary>
    public static AtomFeedItem Atom(XElement entry)
    {
        RemoveDates(entry);
        // Without an id it looks for the link in nothing.
        if (entry.Element(Namespaces.Atom + "id") is null)
            entry.Add(new XElement(Namespaces.Atom + "id"));
        return new AtomFeedItem(entry);
    }

    private static void RemoveDates(XElement item)
    {
        foreach (var name in Dates)
            item.Elements(name).Remove();
    }
}
