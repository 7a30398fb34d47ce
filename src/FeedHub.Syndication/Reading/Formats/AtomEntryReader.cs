using System.Xml.Linq;
using FeedHub.Syndication.Reading.Markup;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>One entry of Atom.</summary>
internal static class AtomEntryReader
{
    private static readonly XName[] Published =
        [Namespaces.Atom + "published", Namespaces.Atom + "issued", Namespaces.DcTerms + "issued", Namespaces.Atom
            + "created", Namespaces.Dc + "date", Namespaces.Atom + "pubDate"];

    private static readonly XName[] Updated = [Namespaces.Atom + "updated", Namespaces.Atom + "modified", Namespaces.DcTerms
        + "modified", Namespaces.Dc + "date"];

    public static ParsedItem Read(XElement entry, Context context, Uri? @base, IReadOnlyList<string> feedAuthors)
    {
        var dates = Published.SelectMany(name => Texts(entry, name)).ToList();
        var published = context.Date(dates);
        var updated = context.Date(Updated.SelectMany(name => Texts(entry, name)));
        var library = FeedReaderLibrary.Atom(entry);
        var url = Url(entry, library.Id, @base);
        var original = RssItemReader.Original(entry, url, @base);
        var textBase = TextBase(entry, original ?? url, @base);
        var whole = Content(entry, "content") ?? Values.Markup(entry.Element(Namespaces.Content + "encoded"));
        var content = context.IsMerged ? EntryFooter.Without(whole) : whole;
        var summary = Content(entry, "summary") ?? MediaDescription(entry) ?? Values.Markup(entry.Element(Namespaces.Dc + "description"));
        if (RssTexts.IsTeaser(content, summary))
            (content, summary) = (summary, content);
        var enclosures = Enclosures(entry, @base);
        return new ParsedItem
        {
            Id = Values.NotEmpty(library.Id),
            Title = Title(entry, whole is null ? null : summary, url, context)
                ?? Values.Told(entry.Descendants(Namespaces.Media + "title").FirstOrDefault()?.Value),
            Url = url,
            OriginalUrl = original == url ? null : original,
            BaseUrl = textBase,
            Authors = Authors(entry) is { Count: > 0 } own
                ? Ours.Authors(own, entry, SourceTitle(entry), context)
                : SourceAuthors(entry) ?? feedAuthors,
            Published = published,
            Updated = updated,
            Categories = Categories(entry, context),
            SummaryHtml = content is null || summary == content ? null : summary,
            ContentHtml = content ?? summary,
            Image = Ours.Picture(entry, @base, context)
                ?? Pictures.Find(entry, enclosures, @base, content ?? summary, textBase),
            Enclosures = enclosures,
            Refused = context.Refuse(published, dates, url, AtomLinks.Alternate(entry)),
            Origin = Sources.Atom(entry, @base, context),
            Language = LanguageTags.First(
                entry.Attribute(XNamespace.Xml + "lang")?.Value,
                entry.Element(Namespaces.Atom + "content")?.Attribute(XNamespace.Xml + "lang")?.Value),
        };
    }

    // Without a content the title stands in for a FeedHub's summary.
    private static string? Title(XElement entry, string? summary, string? url, Context context) =>
        AtomText.Plain(entry.Element(Namespaces.Atom + "title")) is { } title
            && !(context.IsMerged && Ours.IsStandIn(title, Values.Plain(summary), url)) ? title : null;

    /// <summary>The people named as authors right in an element, in the ways of Atom and of Dublin Core.</summary>
    public static IReadOnlyList<string> Authors(XElement parent) => Values.Distinct(parent.Elements()
        .Where(e => e.Name == Namespaces.Atom + "author" || e.Name == Namespaces.Dc + "creator" || e.Name == Namespaces.Itunes + "author")
        .Select(
            e => e.HasElements ? People.Name(e.Text(Namespaces.Atom + "name"), e.Text(Namespaces.Atom + "email")) : People.Name(e.Value)));

    // The content's own xml:base; where the document has none at all, the page is a better base than the feed's address.
    private static Uri? TextBase(XElement entry, string? url, Uri? @base)
    {
        var text = entry.Element(Namespaces.Atom + "content") ?? entry.Element(Namespaces.Atom + "summary") ?? entry;
        var hasBase = text.AncestorsAndSelf().Any(e => e.Attribute(XNamespace.Xml + "base") is not null);
        return url is not null && !hasBase ? new Uri(url) : text == entry ? @base : Addresses.Within(text, @base);
    }

    // An entry copied from elsewhere has its first feed's authors, not its carrier's (RFC 4287 4.2.11).
    private static IReadOnlyList<string>? SourceAuthors(XElement entry) =>
        entry.Element(Namespaces.Atom + "source") is { } source && Authors(source) is { Count: > 0 } authors ? authors : null;

    private static string? SourceTitle(XElement entry) =>
        AtomText.Plain(entry.Element(Namespaces.Atom + "source")?.Element(Namespaces.Atom + "title"));

    private static IEnumerable<string?> Texts(XElement entry, XName name) => entry.Elements(name).Select(e => e.Value);

    private static string? Content(XElement entry, string name) =>
        entry.Elements(Namespaces.Atom + name).Select(AtomText.Html).FirstOrDefault(c => c is not null);

    private static string? MediaDescription(XElement entry) =>
        AtomText.Media(entry.Descendants(Namespaces.Media + "description").FirstOrDefault());

    private static IReadOnlyList<Enclosure> Enclosures(XElement entry, Uri? @base) => MediaFiles.Of(
        entry,
        AtomLinks.Enclosures(entry).Select(
            e => RssItemReader.ToEnclosure(e, (e.Attribute("href") ?? e.Attribute("url"))?.Value, Addresses.Within(e, @base))),
        seconds: null,
        @base);

    private static string? Url(XElement entry, string? id, Uri? @base) =>
        Addresses.Web(AtomLinks.Alternate(entry), LinkBase(entry, @base))
        ?? Addresses.Web(entry.Text(Namespaces.Atom + "link"), @base)
        ?? Addresses.Web(entry.Element(Namespaces.Atom + "content")?.Attribute("src")?.Value, @base)
        ?? Addresses.Web(id, null);

    private static Uri? LinkBase(XElement entry, Uri? @base) =>
        AtomLinks.All(entry).FirstOrDefault(l => AtomLinks.Rel(l) == "alternate") is { } link ? Addresses.Within(link, @base) : @base;

    private static IReadOnlyList<string> Categories(XElement entry, Context context) => Values.Distinct(
    [
        .. entry.Elements(Namespaces.Atom + "category").Where(e => !Ours.IsOwnCategory(e, context))
            .Select(e => e.Attribute("term")?.Value ?? e.Attribute("label")?.Value ?? e.Value)
            .Select(word => context.IsMerged ? Values.Literal(word) : Values.Plain(word)),
        .. entry.Elements(Namespaces.Dc + "subject").Select(e => Values.Plain(e.Value)),
        .. Values.Keywords(entry),
    ]);
}
