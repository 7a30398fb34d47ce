using AngleSharp.Dom;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>Which part of the page belongs to one article: the largest element around its link that has links to no other.</summary>
internal sealed class ItemElements
{
    private static readonly PageLink Several = new("", new("about:blank"));

    private readonly Dictionary<IElement, PageLink> _owners = [];

    /// <param name="links">The articles.</param>
    public ItemElements(IEnumerable<PageLink> links)
    {
        foreach (var link in links)
        {
            foreach (var anchor in link.Anchors)
                Claim(anchor, link);
        }
    }

    /// <summary>The item around a link: at most the whole of what stands in the page's body.</summary>
    public IElement Around(IElement anchor)
    {
        var item = anchor;
        foreach (var element in ElementNames.Chain(anchor).Skip(1).TakeWhile(e => e.LocalName != "main" && _owners[e] != Several))
            item = element;
        return item;
    }

    private void Claim(IElement anchor, PageLink link)
    {
        for (var element = anchor; element is not null; element = element.ParentElement)
        {
            var owner = _owners.GetValueOrDefault(element);
            if (owner == Several)
                return;
            _owners[element] = owner is null || owner == link ? link : Several;
        }
    }
}
