using System.Xml.Linq;
using static FeedHub.Tests.Publishing.Rules.FeedRules;

namespace FeedHub.Tests.Publishing.Rules;

/// <summary>RSS 2.0 with the RSS Advisory Board's Best Practices Profile, as the W3C validator checks them: errors and warnings.</summary>
internal static class RssRules
{
    private static readonly XName[] ChannelNames = ["title", "link", "description", "language", "lastBuildDate", "generator", "docs", Atom
        + "link", "item"];

    private static readonly XName[] ItemNames =
    [
        "title", "link", "description", "guid", "pubDate", "category", "enclosure", "source",
        Content + "encoded", Dc + "creator", Terms + "modified", Media + "content", Media + "thumbnail", Media + "credit", Dc + "language",
    ];

    /// <summary>Every rule that the document breaks.</summary>
    public static IReadOnlyList<string> Broken(byte[] document, string location)
    {
        var root = Parse(document);
        var channel = root.Element("channel")!;
        return
        [
            .. root.Name == "rss" && (string?)root.Attribute("version") == "2.0" ? (string[])[] : ["InvalidRSSVersion"],
            .. Characters(root), .. Channel(channel, location), .. channel.Elements("item").SelectMany(Item),
            .. Unique("DuplicateValue guid", channel.Elements("item").Select(item => item.Element("guid")?.Value)),
        ];
    }

    private static IEnumerable<string> Channel(XElement channel, string location)
    {
        var self = channel.Elements(Atom + "link").Where(link => (string?)link.Attribute("rel") == "self").ToList();
        return
        [
            .. Only(channel, ChannelNames),
            .. Needed(channel, "title", "link", "description"),
            .. Once(channel, "title", "link", "description", "language", "lastBuildDate", "generator", "docs"),
            .. Plain("title", channel.Element("title")?.Value), .. Plain("description", channel.Element("description")?.Value),
            .. Web("link", channel.Element("link")?.Value),
            .. channel.Elements("language").SelectMany(language => Language("language", language.Value)),
            .. channel.Elements("lastBuildDate").SelectMany(date => Rfc822("lastBuildDate", date.Value)),
            .. self.Count == 1 ? (string[])[] : ["MissingAtomSelfLink"],
            .. self.Exists(link => (string?)link.Attribute("href") != location) ? ["SelfDoesntMatchLocation"] : (string[])[],
            .. channel.Elements(Atom + "link").SelectMany(link => (IEnumerable<string>)[.. Only(link, [], "rel", "type", "href"), .. Web(
                "atom:link",
                (string?)link.Attribute("href"))]),
            .. channel.Elements("item").SelectMany(item => item.ElementsAfterSelf()).Any(after => after.Name != "item")
                ? ["MisplacedItem"]
                : (string[])[],
        ];
    }

    private static IEnumerable<string> Item(XElement item) =>
    [
        .. Only(item, ItemNames),
        .. Needed(item, "title", "link", "guid", "pubDate"),
        .. Once(item, "title", "link", "description", "guid", "pubDate", "enclosure", "source", Content + "encoded", Terms + "modified"),
        .. Plain("title", item.Element("title")?.Value), .. Web("link", item.Element("link")?.Value),
        .. item.Elements("category")
            .SelectMany(category => (IEnumerable<string>)[.. Only(category, [], "domain"), .. Plain("category", category.Value)]),
        .. Guid(item.Element("guid")!),
        .. Rfc822("pubDate", item.Element("pubDate")?.Value),
        .. item.Elements(Terms + "modified").SelectMany(date => Rfc3339("dcterms:modified", date.Value)),
        .. item.Elements(Dc + "creator").SelectMany(creator => Plain("dc:creator", creator.Value)),
        .. item.Elements(Media + "credit").SelectMany(credit => (IEnumerable<string>)[.. Only(credit, [], "role"), .. Plain(
            "media:credit",
            credit.Value)]),
        .. Html(item.Element("description")?.Value), .. Html(item.Element(Content + "encoded")?.Value),
        .. item.Element(Content + "encoded") is { } content && !content.ElementsBeforeSelf("description").Any()
            ? ["NeedDescriptionBeforeContent"]
            : (string[])[],
        .. item.Elements("source").SelectMany(source => (IEnumerable<string>)[.. Only(source, [], "url"), .. Plain(
            "source",
            source.Value), .. Web("source", (string?)source.Attribute("url"))]),
        .. item.Elements("enclosure").SelectMany(Enclosure), .. item.Elements(Media + "content").SelectMany(File), .. Thumbnails(item),
    ];

    private static IEnumerable<string> Guid(XElement guid) => (string?)guid.Attribute("isPermaLink") switch
    {
        "false" => guid.Value.Length < 9 && guid.Value.All(char.IsAsciiDigit) ? ["NotSufficientlyUnique"] : [],
        _ => Web("guid", guid.Value),
    };

    private static IEnumerable<string> Enclosure(XElement enclosure) =>
    [
        .. Only(enclosure, [], "url", "length", "type"),
        .. Web("enclosure", (string?)enclosure.Attribute("url")),
        .. Whole("enclosure length", (string?)enclosure.Attribute("length"), 0),
        .. MediaType("enclosure", (string?)enclosure.Attribute("type")),
    ];

    private static IEnumerable<string> File(XElement file) =>
    [
        .. Only(file, [], "url", "fileSize", "type", "medium"),
        .. Web("media:content", (string?)file.Attribute("url")),
        .. file.Attribute("fileSize") is { } size ? Whole("fileSize", size.Value, 1) : [],
        .. file.Attribute("type") is { } type ? MediaType("media:content", type.Value) : [],
    ];
}
