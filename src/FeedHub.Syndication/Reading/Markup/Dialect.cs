using System.Xml.Linq;

namespace FeedHub.Syndication.Reading.Markup;

/// <summary>Which names a document's elements get, decided by its root.</summary>
internal sealed class Dialect
{
    private static readonly Dictionary<string, string> RssNames = new string[]
    {
        "rss", "channel", "Channel", "item", "items", "title", "link", "description", "guid", "pubDate", "author", "category",
        "enclosure", "language",
        "lastBuildDate", "ttl", "skipHours", "skipDays", "hour", "day", "image", "url", "source", "comments", "textInput", "managingEditor",
    }.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<(string, string), XNamespace> _spaces = [];
    private readonly bool _isAtom;
    private readonly (string Prefix, string Uri)? _root;

    private Dialect(bool isAtom, (string, string)? root) => (_isAtom, _root) = (isAtom, root);

    /// <summary>True if the name is that of a feed's root element, in any namespace.</summary>
    public static bool IsRoot(string name) =>
        IsNamed(name, "rss") || IsNamed(name, "rdf") || IsNamed(name, "feed") || IsNamed(name, "channel");

    /// <summary>True for an element of a built tree that readers can read.</summary>
    public static bool IsFeed(XElement element) =>
        IsRoot(element.Name.LocalName) || element.Name == Namespaces.Atom + "entry" || element.Name == "entry";

    public static Dialect Of(string prefix, string uri, string name) => new(
        IsNamed(name, "feed") || IsNamed(name, "entry"),
        // The root's own namespace is the feed's, even if misspelt. That of rdf:RDF is not.
        IsNamed(name, "rss") || IsNamed(name, "feed") || IsNamed(name, "entry") ? (prefix, uri) : null);

    public XName Name(string prefix, string uri, string name)
    {
        if (!_spaces.TryGetValue((prefix, uri), out var space))
            _spaces[(prefix, uri)] = space = Space(prefix, uri);
        return space + (space == XNamespace.None && RssNames.TryGetValue(name, out var usual) ? usual : name);
    }

    /// <summary>Binds the prefixes that the library looks names up by to the canonical addresses.</summary>
    public void Declare(XElement root)
    {
        root.Attributes().Where(a => a.IsNamespaceDeclaration).Remove();
        if (_isAtom)
            root.SetAttributeValue("xmlns", Namespaces.Atom.NamespaceName);
        foreach (var (prefix, space) in Namespaces.ByPrefix)
        {
            if (prefix != "xml")
                root.SetAttributeValue(XNamespace.Xmlns + prefix, space.NamespaceName);
        }
    }

    private XNamespace Space(string prefix, string uri)
    {
        var space = Namespaces.Canonical(prefix, uri);
        if ((prefix, uri) == _root)
            return _isAtom ? Namespaces.Atom : XNamespace.None;
        return _isAtom && space == XNamespace.None ? Namespaces.Atom : space;
    }

    private static bool IsNamed(string name, string wanted) => name.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
