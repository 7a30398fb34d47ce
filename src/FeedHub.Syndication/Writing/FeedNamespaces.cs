using FeedHub.Syndication.Reading.Opml;

namespace FeedHub.Syndication.Writing;

/// <summary>The XML namespaces of our documents and the prefixes that reader programs expect for them.</summary>
internal static class FeedNamespaces
{
    /// <summary>RFC 4287.</summary>
    public const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The namespace that a prefix stands for.</summary>
    public static string Of(string prefix) => prefix switch
    {
        "atom" => Atom,
        "content" => "http://purl.org/rss/1.0/modules/content/",
        "dc" => "http://purl.org/dc/elements/1.1/",
        "dcterms" => "http://purl.org/dc/terms/",
        "feedhub" => OpmlReader.OwnNamespace,
        "itunes" => "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "media" => "http://search.yahoo.com/mrss/",
        _ => throw new ArgumentOutOfRangeException(nameof(prefix), prefix, "No namespace is known for this prefix."),
    };
}
