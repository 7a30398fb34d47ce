using System.Xml.Linq;
using static FeedHub.Tests.Publishing.Rules.FeedRules;

namespace FeedHub.Tests.Publishing.Rules;

/// <summary>Atom 1.0 (RFC 4287) as the W3C validator checks it: errors and warnings.</summary>
internal static class AtomRules
{
    private static readonly string[] Relations = ["alternate", "self", "hub", "next", "related", "enclosure"];
    private static readonly XName[] FeedNames = [.. new[] { "id", "title", "subtitle", "updated", "link", "author", "generator", "entry" }
        .Select(name => Atom + name)];
    private static readonly XName[] SourceNames = [.. new[] { "id", "title", "updated", "link", "icon", "rights" }.Select(
        name => Atom + name)];

    private static readonly XName[] EntryNames =
        [.. new[] { "id", "title", "link", "published", "updated", "author", "category", "summary", "content", "source" }.Select(
            name => Atom + name), Media + "thumbnail", Media + "credit"];

    /// <summary>Every rule that the document breaks.</summary>
    public static IReadOnlyList<string> Broken(byte[] document, string location)
    {
        var feed = Parse(document);
        var entries = feed.Elements(Atom + "entry").ToList();
        return
        [
            .. feed.Name == Atom + "feed" ? (string[])[] : ["UndefinedElement feed"],
            .. Characters(feed), .. Only(feed, FeedNames), .. Metadata(feed),
            .. Needed(feed, Atom + "author"), .. Person(feed),
            .. feed.Elements(Atom + "link").Count(link => Rel(link) == "self" && (string?)link.Attribute("href") == location) == 1
                ? (string[])[]
                : ["SelfDoesntMatchLocation"],
            .. entries.SelectMany(entry => entry.ElementsAfterSelf()).Any(after => after.Name != Atom + "entry")
                ? ["MisplacedMetadata"]
                : (string[])[],
            .. entries.SelectMany(Entry),
            .. Unique("DuplicateEntries", entries.Select(entry => entry.Element(Atom + "id")?.Value)),
            .. Unique("DuplicateUpdated", entries.Select(entry => entry.Element(Atom + "updated")?.Value)),
        ];
    }

    private static IEnumerable<string> Metadata(XElement of) =>
    [
        .. Needed(of, Atom + "id", Atom + "title", Atom + "updated"),
        .. Once(of, Atom + "id", Atom + "title", Atom + "subtitle", Atom + "updated", Atom + "generator", Atom + "icon", Atom + "rights"),
        .. Id("id", of.Element(Atom + "id")?.Value), .. Plain("title", of.Element(Atom + "title")?.Value),
        .. Rfc3339("updated", of.Element(Atom + "updated")?.Value),
        .. of.Elements(Atom + "icon").SelectMany(icon => Web("icon", icon.Value)),
        .. of.Elements(Atom + "rights").SelectMany(rights => Plain("rights", rights.Value)),
        .. Links(of),
    ];

    private static IEnumerable<string> Entry(XElement entry) =>
    [
        .. Only(entry, EntryNames), .. Metadata(entry), .. Person(entry), .. Thumbnails(entry),
        .. Needed(entry, Atom + "author", Atom + "published", Atom + "source"),
        .. Once(entry, Atom + "published", Atom + "summary", Atom + "content", Atom + "source"),
        .. Rfc3339("published", entry.Element(Atom + "published")?.Value),
        .. entry.Elements(Atom + "category").SelectMany(category => (IEnumerable<string>)
            [.. Only(category, [], "term", "scheme", "label"), .. Plain("term", (string?)category.Attribute("term")), .. category.Attribute(
                "label") is { } label ? Plain("label", label.Value) : []]),
        .. entry.Element(Atom + "summary") is null && entry.Element(Atom + "content") is null ? ["MissingTextualContent"] : (string[])[],
        .. (string?)entry.Element(Atom + "content")?.Attribute("type") == "html" ? Html(entry.Element(Atom + "content")!.Value) : [],
        .. entry.Elements(Atom + "source").SelectMany(source => (IEnumerable<string>)[.. Only(source, SourceNames), .. Metadata(source)]),
    ];

    private static IEnumerable<string> Person(XElement of) => of.Elements(Atom + "author")
        .SelectMany(
            author => (IEnumerable<string>)[.. Only(author, [Atom + "name"]), .. Plain("name", author.Element(Atom + "name")?.Value)]);

    private static IEnumerable<string> Links(XElement of)
    {
        var links = of.Elements(Atom + "link").ToList();
        return
        [
            .. links.SelectMany(link => (IEnumerable<string>)
            [
                .. Only(link, [], "rel", "type", "href", "title", "length"),
                .. Relations.Contains(Rel(link)) ? (string[])[] : [$"UnregisteredAtomLinkRel: {Rel(link)}"],
                .. Web("link", (string?)link.Attribute("href")),
                .. link.Attribute("type") is { } type ? MediaType("link", type.Value) : [],
                .. link.Attribute("length") is { } length ? Whole("link length", length.Value, 1) : [],
                .. link.Attribute("title") is { } title ? Plain("link title", title.Value) : [],
            ]),
            .. Unique(
                "DuplicateAtomLink",
                links.Where(link => Rel(link) == "alternate").Select(link => (string?)link.Attribute("type") ?? "")),
        ];
    }

    private static string Rel(XElement link) => (string?)link.Attribute("rel") ?? "alternate";
}
