using FeedHub.Syndication.Reading.Sitemaps;

namespace FeedHub.Polling.Sitemaps;

/// <summary>A sitemap as it was read last, with what asks whether it changed since.</summary>
/// <param name="ETag">Validator, verbatim, or null.</param>
/// <param name="LastModified">Validator, verbatim, or null.</param>
/// <param name="Hash">Of its bytes.</param>
/// <param name="Sitemap">Its entries.</param>
public sealed record KnownSitemap(string? ETag, string? LastModified, string Hash, ParsedSitemap Sitemap);

/// <summary>
/// The sitemaps that indexes name, as they were read last: a 304 then stands for their entries. In memory, since it is only ever a saving:
/// what is forgotten, or was read before a restart, is asked for whole once.
/// </summary>
public sealed class SitemapMemory
{
    // Of all sources together; an entry is about half a kilobyte.
    private const int MostEntries = 50_000;

    private readonly Lock _padlock = new();
    private readonly LinkedList<(string Key, KnownSitemap Known)> _all = [];
    private readonly Dictionary<string, LinkedListNode<(string Key, KnownSitemap Known)>> _byKey = [];
    private long _entries;

    /// <summary>How many entries it holds.</summary>
    internal long Entries
    {
        get
        {
            lock (_padlock)
                return _entries;
        }
    }

    /// <summary>What is known of a sitemap of a source, or null.</summary>
    public KnownSitemap? Of(long sourceId, string url)
    {
        lock (_padlock)
        {
            if (!_byKey.TryGetValue(Key(sourceId, url), out var node))
                return null;
            _all.Remove(node);
            _all.AddLast(node);
            return node.Value.Known;
        }
    }

    /// <summary>Remembers it; those that were used longest ago go.</summary>
    public void Keep(long sourceId, string url, KnownSitemap known)
    {
        lock (_padlock)
        {
            Forget(Key(sourceId, url));
            _byKey[Key(sourceId, url)] = _all.AddLast((Key(sourceId, url), known));
            _entries += Size(known);
            while (_entries > MostEntries && _all.First is { } oldest)
                Forget(oldest.Value.Key);
        }
    }

    private void Forget(string key)
    {
        if (!_byKey.Remove(key, out var node))
            return;
        _all.Remove(node);
        _entries -= Size(node.Value.Known);
    }

    private static int Size(KnownSitemap known) => known.Sitemap.Entries.Count + 1;

    private static string Key(long sourceId, string url) => FormattableString.Invariant($"{sourceId} {url}");
}
