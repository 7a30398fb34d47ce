using System.Xml.Linq;
using FeedHub.Syndication.Reading.Markup;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>RSS of all versions, and RDF: a channel, and items in it or beside it.</summary>
internal sealed class RssReader
{
    private readonly XElement _root;
    private readonly XElement _channel;
    private readonly Context _context;
    private readonly Uri? _base;

    private RssReader(XElement root, Context context)
    {
        _root = root;
        _channel = root.Name.LocalName.Equals("channel", StringComparison.OrdinalIgnoreCase) ? root : root.Element("channel") ?? root;
        _context = context;
        _base = Addresses.Base(_channel, context.BaseUrl);
    }

    public static ParsedFeed Read(XElement root, Context context) => new RssReader(root, context).Feed();

    private ParsedFeed Feed()
    {
        var written = _channel.Text("link") ?? AtomLinks.Alternate(_channel);
        var link = Addresses.Web(written, _base);
        var itemBase = ItemBase(written);
        var items = Items().ToList();
        _context.IsMerged = Ours.IsGenerator(_channel.Text("generator"));
        var texts = new RssTexts(items, _context.IsMerged);
        return new ParsedFeed
        {
            Format = _root.Name == Namespaces.Rdf + "RDF" ? FeedFormat.Rdf : FeedFormat.Rss,
            Title = _context.IsMerged
                ? Values.Literal(_channel.Text("title"))
                : Values.Told(Values.Markup(_channel.Element("title"))) ?? Values.Told(_channel.Text(Namespaces.Dc + "title")),
            Description = Values.Plain(Values.Markup(_channel.Element("description")))
                ?? Values.Plain(_channel.Text(Namespaces.Itunes + "summary")),
            Link = link,
            Language = LanguageTags.First(_channel.Text("language"), _channel.Text(Namespaces.Dc + "language"), Values.Language(_channel)),
            Rights = Values.Plain(_channel.Text("copyright") ?? _channel.Text(Namespaces.Dc + "rights")),
            Icon = Addresses.Web((_channel.Element("image") ?? _root.Element("image"))?.Text("url"), _base),
            Hints = Hints.Read(_channel),
            Hubs = AtomLinks.Web(_channel, "hub", _base),
            Self = AtomLinks.Web(_channel, "self", _base).FirstOrDefault(),
            Items = _context.ReadEach(items, item => RssItemReader.Read(item, _context, Addresses.Within(item, itemBase), texts)),
            Problems = _context.Problems,
        };
    }

    // RSS has no rule for relative addresses: they are meant from the site, unless xml:base says otherwise.
    private Uri? ItemBase(string? siteLink) =>
        _channel.AncestorsAndSelf().All(e => e.Attribute(XNamespace.Xml + "base") is null) && Addresses.Web(siteLink, null) is { } site
            ? new Uri(site)
            : _base;

    // Beside the channel in RDF, in a list of its own in RSS 1.1, in the channel elsewhere; never inside another item.
    private IEnumerable<XElement> Items() => _root.Descendants("item").Where(e => !e.Ancestors("item").Any());
}
