using AngleSharp.Dom;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reading.Formats;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>Where a link leads.</summary>
/// <param name="Url">Absolute address.</param>
/// <param name="Key">Its canonical form.</param>
internal sealed record LinkTarget(Uri Url, string Key);

/// <summary>The addresses that a page leads to.</summary>
internal sealed class PageLinks
{
    private readonly string? _own;
    private readonly Dictionary<IElement, LinkTarget?> _targets = [];

    /// <param name="document">The page.</param>
    /// <param name="address">Where it came from.</param>
    public PageLinks(IDocument document, Uri address)
    {
        _own = CanonicalUrl.Of(address.AbsoluteUri);
        var declared = Selectors.Below(document.DocumentElement).FirstOrDefault(e => e.LocalName == "base")?.GetAttribute("href");
        Base = Uri.TryCreate(address, declared, out var uri) && uri.Scheme is "http" or "https" ? uri : address;
    }

    /// <summary>Base of relative addresses.</summary>
    public Uri Base { get; }

    /// <summary>Where a link leads; null where that is not a page of the web but a front page or this page itself.</summary>
    public LinkTarget? Target(IElement anchor)
    {
        if (!_targets.TryGetValue(anchor, out var target))
            _targets[anchor] = target = Read(anchor.GetAttribute("href"));
        return target;
    }

    /// <summary>The links of the page by canonical address, in its order.</summary>
    public IReadOnlyList<PageLink> All(IDocument document)
    {
        var links = new Dictionary<string, PageLink>();
        var order = new List<PageLink>();
        foreach (var anchor in Selectors.Below(document.DocumentElement).Where(element => element.LocalName == "a"))
        {
            if (Target(anchor) is not var (url, key))
                continue;
            if (!links.TryGetValue(key, out var link))
                order.Add(links[key] = link = new(key, url));
            link.Anchors.Add(anchor);
        }

        return order;
    }

    private LinkTarget? Read(string? href) =>
        href is not null && !href.TrimStart().StartsWith('#') && href.Length <= Bounds.Address
        && Addresses.Web(href, Base) is { } url && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && CanonicalUrl.Of(url) is { } key && key != _own ? new(uri, key) : null;
}
