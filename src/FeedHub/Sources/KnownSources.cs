using FeedHub.Model.Sources;
using FeedHub.Syndication.Identity;

namespace FeedHub.Sources;

/// <summary>The sources there are, by address and public id, while more are added.</summary>
internal sealed class KnownSources(IEnumerable<Source> sources)
{
    private readonly Dictionary<string, Source> _byKey = sources.ToDictionary(s => s.UrlKey);
    private readonly Dictionary<string, Source> _byFormerKey = sources.Where(s => s.Polling.FormerUrl is not null)
        .GroupBy(s => SourceUrl.Key(s.Polling.FormerUrl!)).ToDictionary(same => same.Key, same => same.First());

    // Made only where it is asked for: reading every address again is not free.
    private Dictionary<string, Source>? _byPage;

    // Addresses of the dashboard have the others.
    private readonly HashSet<string> _slugs = [.. sources.Select(s => s.Slug), "find", "bulk", "import", "export"];

    /// <summary>The source with this key of an address, or else the one that moved from it, or null.</summary>
    public Source? ByKey(string key) => _byKey.GetValueOrDefault(key) ?? _byFormerKey.GetValueOrDefault(key);

    /// <summary>
    /// The source whose address differs from this one in nothing that matters (https or not, <c>www.</c>, a last slash, <c>utm_</c>
    /// parameters), or null.
    /// </summary>
    public Source? Alike(string url) => CanonicalUrl.OfFeed(url) is { } page ? ByPage().GetValueOrDefault(page) : null;

    /// <summary>An id that no source has: from the title, else from the host; numbered where it is taken.</summary>
    public string FreeSlug(string? title, string url) => Free(SourceFactory.Slug(title, url));

    /// <summary>The id that it had, numbered where another source has it by now.</summary>
    public string FreeSlug(DeletedSource former) => Free(former.Slug);

    private string Free(string slug) => _slugs.Contains(slug)
        ? Enumerable.Range(2, _slugs.Count + 1).Select(n => $"{slug}-{n}").First(s => !_slugs.Contains(s))
        : slug;

    /// <summary>Takes a new source in; returns it.</summary>
    public Source Add(Source source)
    {
        _byKey.Add(source.UrlKey, source);
        _slugs.Add(source.Slug);
        if (_byPage is not null && CanonicalUrl.OfFeed(source.Url) is { } page)
            _byPage.TryAdd(page, source);
        return source;
    }

    private Dictionary<string, Source> ByPage() => _byPage ??= _byKey.Values.Select(s => (Page: CanonicalUrl.OfFeed(s.Url), Source: s))
        .Where(s => s.Page is not null).GroupBy(s => s.Page!).ToDictionary(same => same.Key, same => same.First().Source);
}
