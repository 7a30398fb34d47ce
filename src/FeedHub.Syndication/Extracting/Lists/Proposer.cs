using AngleSharp.Dom;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>Finds the lists of a page: headlines grouped by the kind of element that they stand in.</summary>
internal sealed class Proposer
{
    private const int MostGroups = 60;

    // One or two headlines by themselves may be anything that a page announces.
    private const int Row = 3;

    private readonly ItemReader _reader;
    private readonly ItemSelector _selector;
    private readonly IReadOnlyList<(IElement Item, ListEntry Entry)> _items;

    public Proposer(IDocument document, ListOptions options)
    {
        var links = new PageLinks(document, options.BaseUrl);
        _reader = new(links, new(""), options);
        var articles = Candidates.Find(links.All(document), options.BaseUrl);
        var elements = new ItemElements(articles);
        _items = [.. articles.SelectMany(article => Item(article, elements))];
        _selector = new(document, _reader, articles.Select(article => article.Key).ToHashSet());
    }

    /// <summary>The groups, and those of them that are the page's list.</summary>
    public ListProposal Propose()
    {
        var groups = _items.GroupBy(item => Kind(item.Item)).OrderByDescending(group => group.Count()).Take(MostGroups).Select(Group)
            .OrderByDescending(group => group.IsChosen).ToList();
        var chosen = groups.Where(group => group.IsChosen).Select(group => group.Selector).Distinct().ToList();
        return new(chosen.Count > 0 ? new ListSelectors(string.Join(", ", chosen)) : null, groups);
    }

    // Of several links to an article the one with the best headline; its first where all are equal.
    private IEnumerable<(IElement, ListEntry)> Item(PageLink article, ItemElements elements)
    {
        var best = article.Anchors.Select(elements.Around).Distinct()
            .Select(item => (Item: item, Entry: _reader.Read(item, item)))
            .Where(read => read.Entry?.Key == article.Key)
            .OrderByDescending(read => read.Entry!.HasShownTitle).ThenByDescending(read => Headline.Score(read.Entry!.Title))
            .FirstOrDefault();
        return best.Entry is { } found ? [(best.Item, found)] : [];
    }

    private static string Kind(IElement item) => string.Join('>', ElementNames.Chain(item).Take(2).Select(ElementNames.Of));

    private ListGroup Group(IGrouping<string, (IElement Item, ListEntry Entry)> group)
    {
        var items = group.ToList();
        var isShown = items.Count(item => IsShown(item.Item, item.Entry)) * 2 >= items.Count;
        var words = items.Average(item => Headline.Score(item.Entry.Title));
        var isRow = items.Count >= Row && words >= (isShown ? 2 : 3);
        var isLead = isShown
            && items.TrueForAll(item => AddressLikeness.Score(new(item.Entry.Url)) >= AddressLikeness.Likely);
        var isAside = items.TrueForAll(item => Asides.Has(item.Item));
        var (selector, isClean) = _selector.Of([.. items.Select(item => (item.Item, item.Entry.Url))]);
        return new(selector, [.. items.Select(item => item.Entry)], (isRow || isLead) && !isAside && isClean);
    }

    // Lists of articles have a picture, a date or a heading at each; lists of services have words alone.
    private bool IsShown(IElement item, ListEntry entry) =>
        entry.Image is not null || entry.Date is not null
        || (_reader.TitleElement(item) is { } title && ElementNames.Chain(title).Take(3).Any(Asides.IsHeading));
}
