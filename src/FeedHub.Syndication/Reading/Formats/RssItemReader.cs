using System.Globalization;
using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds;
using FeedHub.Syndication.Reading.Markup;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>One item of RSS or RDF.</summary>
internal static class RssItemReader
{
    private static readonly XName[] AuthorNames = ["author", Namespaces.Dc + "creator", Namespaces.Itunes + "author"];

    private static readonly XName[] Published =
    [
        "pubDate", Namespaces.Atom + "published", Namespaces.DcTerms + "issued", Namespaces.Dc + "date", Namespaces.Prism
            + "publicationDate",
        Namespaces.DcTerms + "created", "published", "date", "created",
    ];

    // Dublin Core's date is any date that its publisher has: beside a pubDate mostly that of the last change.
    private static readonly XName[] Updated = [Namespaces.Atom + "updated", Namespaces.DcTerms + "modified", Namespaces.Dc
        + "date", "updated"];

    public static ParsedItem Read(XElement item, Context context, Uri? @base, RssTexts texts)
    {
        var dates = Published.SelectMany(name => Texts(item, name)).ToList();
        var published = context.Date(dates);
        var updated = context.Date(Updated.SelectMany(name => Texts(item, name)));
        var seconds = PlayingTime.Read(item.Text(Namespaces.Itunes + "duration"));
        var library = FeedReaderLibrary.Rss(item);
        var url = Url(item, library, @base);
        var original = Original(item, url, @base);
        var textBase = TextBase(item, original ?? url, @base);
        var (content, summary) = texts.Read(item);
        var enclosures = Enclosures(item, seconds, @base);
        return new ParsedItem
        {
            Id = Values.NotEmpty(library.Guid) ?? Values.NotEmpty(item.Attribute(Namespaces.Rdf + "about")?.Value) ?? item.Text(
                Namespaces.Atom + "id") ?? item.Text(Namespaces.Dc + "identifier"),
            Title = context.IsMerged ? Merged(item, Values.Markup(item.Element("description")), url) : Title(item),
            Url = url,
            OriginalUrl = original == url ? null : original,
            BaseUrl = textBase,
            Authors = Ours.Authors(Authors(item), item, Values.Plain(item.Text("source")), context),
            Published = published,
            Updated = updated,
            Categories = Categories(item, context.IsMerged ? [] : library.Categories, context),
            SummaryHtml = summary,
            ContentHtml = content,
            Image = Ours.Picture(item, @base, context) ?? Pictures.Find(item, enclosures, @base, content, textBase),
            Enclosures = enclosures,
            Refused = context.Refuse(published, dates, url, item.Text("link")),
            Origin = Sources.Rss(item, @base, context),
            Language = LanguageTags.First(item.Text(Namespaces.Dc + "language"), item.Attribute(XNamespace.Xml + "lang")?.Value),
        };
    }

    /// <summary>The page behind a link that counts, by what the feed or the link itself says; or null.</summary>
    public static string? Original(XElement item, string? url, Uri? @base)
    {
        var told = Addresses.Web(item.Text(Namespaces.FeedBurner + "origLink"), @base);
        return Redirectors.Target(told ?? url) ?? told;
    }

    // RSS has no rule: what is relative in a text is meant from the page that shows it, unless xml:base says otherwise.
    private static Uri? TextBase(XElement item, string? url, Uri? @base) =>
        url is null || item.AncestorsAndSelf().Any(e => e.Attribute(XNamespace.Xml + "base") is not null) ? @base : new Uri(url);

    private static IEnumerable<string?> Texts(XElement item, XName name) => item.Elements(name).Select(e => e.Value);

    private static string? Title(XElement item) =>
        Values.Told(Values.Markup(item.Element("title"))) ?? Values.Told(item.Text(Namespaces.Media + "title"))
        ?? Values.Told(item.Text(Namespaces.Dc + "title")) ?? Values.Told(item.Text(Namespaces.Itunes + "title"));

    // A FeedHub writes its titles as plain text, and a description only of a summary.
    private static string? Merged(XElement item, string? summary, string? url) =>
        Values.Literal(item.Text("title")) is { } title && !Ours.IsStandIn(title, Values.Plain(summary), url) ? title : null;

    private static string? Url(XElement item, Rss20FeedItem library, Uri? @base) =>
        Addresses.Web(Values.NotEmpty(library.Link) ?? item.Text("link"), @base)
        ?? Addresses.Web(AtomLinks.Alternate(item), @base)
        ?? (IsPermalink(item) ? Addresses.Web(library.Guid, null) : null)
        ?? Addresses.Web(item.Attribute(Namespaces.Rdf + "about")?.Value, null);

    // The attribute's default is true (RSS 2.0); an id that is not an address stays one.
    private static bool IsPermalink(XElement item) =>
        item.Element("guid")?.Attributes().FirstOrDefault(a => a.Name.LocalName.Equals("isPermaLink", StringComparison.OrdinalIgnoreCase))
            ?.Value.Trim().Equals("false", StringComparison.OrdinalIgnoreCase) != true;

    private static IReadOnlyList<string> Authors(XElement item) => Values.Distinct(
        item.Elements().Where(e => AuthorNames.Contains(e.Name) || e.Name == Namespaces.Atom + "author").Select(Author));

    private static string? Author(XElement author) =>
        author.HasElements ? AtomPerson(author) ?? People.Name(author.Value) : People.Name(author.Value);

    private static string? AtomPerson(XElement author) =>
        People.Name(
            author.Text(Namespaces.Atom + "name") ?? author.Text("name"),
            author.Text(Namespaces.Atom + "email") ?? author.Text("email"));

    private static IReadOnlyList<string> Categories(XElement item, IEnumerable<string> library, Context context) =>
        Values.Distinct(
        [
            .. Own(item, library, context) is { Count: > 0 } own
                ? own
                : item.Descendants(Namespaces.Media + "category").Select(e => Values.Plain(e.Value)),
            .. Values.Keywords(item),
        ]);

    private static IReadOnlyList<string> Own(XElement item, IEnumerable<string> library, Context context) => Values.Distinct(
    [
        .. library.Select(Values.Plain),
        .. context.IsMerged
            ? item.Elements("category").Where(e => !Ours.IsOwnCategory(e, context)).Select(e => Values.Literal(e.Value))
            : [],
        .. item.Elements("categories").Elements("category").Select(e => Values.Plain(e.Value)),
        .. item.Elements(Namespaces.Dc + "subject").Select(e => Values.Plain(e.Value)),
        .. item.Elements(Namespaces.Atom + "category").Select(e => Values.Plain(e.Attribute("term")?.Value)),
    ]);

    private static IReadOnlyList<Enclosure> Enclosures(XElement item, double? seconds, Uri? @base) => MediaFiles.Of(
        item,
        [
            .. item.Elements("enclosure").Select(e => ToEnclosure(e, e.Attribute("url")?.Value, @base)),
            .. AtomLinks.Enclosures(item).Select(e => ToEnclosure(e, e.Attribute("href")?.Value, @base)),
        ],
        seconds,
        @base);

    /// <summary>An enclosure, or null if its address is not http or https.</summary>
    public static Enclosure? ToEnclosure(XElement element, string? address, Uri? @base)
    {
        if (Addresses.Web(address, @base) is not { } url)
            return null;
        var isLong = long.TryParse(
            element.Attribute("length")?.Value,
            NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out var length);
        return new Enclosure(url, Values.NotEmpty(element.Attribute("type")?.Value), isLong && length > 0 ? length : null)
        {
            Title = Values.Literal(element.Attribute("title")?.Value),
        };
    }
}
