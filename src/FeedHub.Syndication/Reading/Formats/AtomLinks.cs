using System.Xml.Linq;
using FeedHub.Syndication.Reading.Markup;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>The <c>link</c> elements of Atom (RFC 4287 4.2.7), which also stand in RSS.</summary>
internal static class AtomLinks
{
    /// <summary>All links; in RSS also those that lack Atom's namespace, told by their address.</summary>
    public static IEnumerable<XElement> All(XElement parent) =>
        parent.Elements().Where(e => e.Name == Namespaces.Atom + "link" || (e.Name == "link" && e.Attribute("href") is not null));

    /// <summary>The address of the page as written: <c>alternate</c>, pages in HTML first; null if there is none.</summary>
    public static string? Alternate(XElement parent)
    {
        var links = All(parent).Where(l => Rel(l) == "alternate" && Values.NotEmpty(l.Attribute("href")?.Value) is not null).ToList();
        return (links.Find(l => l.Attribute("type")?.Value is null or "text/html" or "application/xhtml+xml") ?? links.FirstOrDefault())?
            .Attribute("href")?.Value;
    }

    /// <summary>Absolute addresses of the links of one relation.</summary>
    public static IReadOnlyList<string> Web(XElement parent, string rel, Uri? @base) =>
        Values.Distinct(All(parent).Where(l => Rel(l) == rel).Select(l => Addresses.Web(l.Attribute("href")?.Value, @base)));

    /// <summary>Links to files; also RSS's element, which some put into Atom.</summary>
    public static IEnumerable<XElement> Enclosures(XElement parent) =>
        All(parent).Where(l => Rel(l) == "enclosure").Concat(parent.Elements(Namespaces.Atom + "enclosure"));

    /// <summary>The relation; it may be written as an address of IANA's.</summary>
    public static string Rel(XElement link)
    {
        const string iana = "http://www.iana.org/assignments/relation/";
        var rel = Values.NotEmpty(link.Attribute("rel")?.Value)?.ToLowerInvariant() ?? "alternate";
        return rel.StartsWith(iana, StringComparison.Ordinal) ? rel[iana.Length..] : rel;
    }
}
