using System.Collections.Frozen;

namespace FeedHub.Syndication.Reading.Sitemaps;

/// <summary>
/// The elements of sitemaps and their extensions, by local name: publishers misspell namespaces and choose prefixes of their own, and no
/// two extensions mean different things by the place where a name stands.
/// </summary>
internal static class SitemapNames
{
    /// <summary>The elements that hold others.</summary>
    private static readonly string[] Groups =
        ["urlset", "sitemapindex", "url", "sitemap", "news", "publication", "image", "video"];

    /// <summary>Those whose text is read.</summary>
    private static readonly string[] Leaves =
        ["loc", "lastmod", "name", "language", "publication_date", "title", "keywords", "thumbnail_loc"];

    // They end a text that was not closed, nothing else.
    private static readonly string[] Others =
        ["changefreq", "priority", "genres", "access", "stock_tickers", "geo_locations", "caption", "description", "player_loc",
            "content_loc"];

    private static readonly FrozenDictionary<string, string> Known =
        Groups.Concat(Leaves).Concat(Others).ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByText =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> LeafNames = Leaves.ToFrozenSet();

    /// <summary>The element of this name, or null for one that is of no use.</summary>
    /// <param name="tagName">With its prefix.</param>
    public static string? Find(ReadOnlySpan<char> tagName) =>
        ByText.TryGetValue(tagName[(tagName.IndexOf(':') + 1)..], out var name) ? name : null;

    public static bool IsLeaf(string name) => LeafNames.Contains(name);
}
