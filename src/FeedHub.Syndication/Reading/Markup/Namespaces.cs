using System.Xml.Linq;

namespace FeedHub.Syndication.Reading.Markup;

/// <summary>The vocabularies that feeds use, each under one address, for every spelling and prefix that publishers use.</summary>
internal static class Namespaces
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    public static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace DcTerms = "http://purl.org/dc/terms/";
    public static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    public static readonly XNamespace Itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    public static readonly XNamespace FeedBurner = "http://rssnamespace.org/feedburner/ext/1.0";
    public static readonly XNamespace Updates = "http://purl.org/rss/1.0/modules/syndication/";
    public static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    public static readonly XNamespace Prism = "http://prismstandard.org/namespaces/basic/2.0/";
    public static readonly XNamespace GooglePlay = "http://www.google.com/schemas/play-podcasts/1.0";

    public static readonly XNamespace Yandex = "http://news.yandex.ru";
    public static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";
    public static readonly XNamespace Turbo = "http://turbo.yandex.ru";

    /// <summary>Prefixes by which undeclared or wrongly declared vocabularies are still known.</summary>
    public static readonly IReadOnlyDictionary<string, XNamespace> ByPrefix = new Dictionary<string, XNamespace>
    {
        ["atom"] = Atom, ["rdf"] = Rdf, ["content"] = Content, ["dc"] = Dc, ["dcterms"] = DcTerms, ["media"] = Media, ["itunes"] = Itunes,
        ["feedburner"] = FeedBurner, ["sy"] = Updates, ["xhtml"] = Xhtml, ["googleplay"] = GooglePlay, ["prism"] = Prism, ["yandex"]
            = Yandex, ["news"] = News, ["turbo"] = Turbo, ["xml"] = XNamespace.Xml,
    };

    // RSS 2.0 has no namespace; these were given to it, or to its elders, by their makers.
    private static readonly string[] RssAddresses =
    [
        "http://purl.org/rss/1.0/", "http://purl.org/net/rss1.1", "http://my.netscape.com/rdf/simple/0.9/",
        "http://channel.netscape.com/rdf/simple/0.9/",
        "http://backend.userland.com/rss", "http://backend.userland.com/rss2", "http://backend.userland.com/rss091",
        "http://backend.userland.com/rss092", "http://blogs.law.harvard.edu/tech/rss", "http://cyber.law.harvard.edu/rss/rss.html",
        "http://my.netscape.com/publish/formats/rss-0.91.dtd", "http://purl.org/rss/2.0/", "http://www.rssboard.org/rss-specification",
    ];

    private static readonly (string, XNamespace)[] OtherAddresses =
    [
        ("http://purl.org/atom/ns#", Atom), ("http://purl.org/atom/app#", Atom), ("http://www.w3.org/2005/atom/ns", Atom),
        ("http://purl.org/dc/elements/1.0/", Dc), ("http://purl.org/metadata/dublin_core#", Dc),
        ("http://search.yahoo.com/rss", Media), ("http://search.yahoo.com/mrss/1.0", Media), ("http://video.search.yahoo.com/mrss", Media),
        ("http://tools.search.yahoo.com/mrss", Media), ("http://www.rssboard.org/media-rss", Media),
        ("http://prismstandard.org/namespaces/1.2/basic/", Prism), ("http://prismstandard.org/namespaces/basic/2.1/", Prism),
        ("http://prismstandard.org/namespaces/basic/3.0/", Prism),
        ("http://example.com/dtds/podcast-1.0.dtd", Itunes), ("http://www.w3.org/TR/xhtml1/strict", Xhtml),
        ("http://www.w3.org/TR/REC-html40", Xhtml),
    ];

    private static readonly Dictionary<string, XNamespace> Known = BuildKnown();

    /// <summary>The one address for a vocabulary; the address as given if nobody knows it.</summary>
    public static XNamespace Canonical(string prefix, string uri) =>
        uri.Length == 0 ? XNamespace.None
        : Known.TryGetValue(Key(uri), out var known) ? known
        : ByPrefix.TryGetValue(prefix, out known) ? known
        : XNamespace.Get(uri);

    private static Dictionary<string, XNamespace> BuildKnown()
    {
        var known = ByPrefix.Values.ToDictionary(n => Key(n.NamespaceName));
        foreach (var rss in RssAddresses)
            known[Key(rss)] = XNamespace.None;
        foreach (var (other, name) in OtherAddresses)
            known[Key(other)] = name;
        return known;
    }

    private static string Key(string uri)
    {
        var key = uri.Trim().TrimEnd('/', '#').ToLowerInvariant();
        return key.StartsWith("https://", StringComparison.Ordinal) ? "http://" + key[8..] : key;
    }
}
