using AngleSharp.Dom;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>
/// Dates of items that have a headline and nothing else: those that stand between them, each before or behind its item. Which of both a
/// page means is told by all of its items, since one at the end of the list is without one.
/// </summary>
internal sealed class SiblingDates(Surroundings surroundings, EntryDates dates)
{
    private const int MostNodes = 6;

    /// <summary>The items with the dates that they have between them, where they have none of their own.</summary>
    public List<(IElement Item, ListEntry Entry)> Complete(List<(IElement Item, ListEntry Entry)> read)
    {
        var without = read.Where(one => one.Entry.Date is null).ToList();
        if (without.Count * 2 < read.Count || without.Count < 2)
            return read;
        var behind = Found(without, node => node.NextSibling);
        var before = Found(without, node => node.PreviousSibling);
        var found = before.Count > behind.Count ? before : behind;
        return found.Count * 2 <= without.Count ? read
            : [.. read.Select(one => found.TryGetValue(one.Item, out var date) ? (one.Item, one.Entry with { Date = date }) : one)];
    }

    private Dictionary<IElement, ListDate> Found(List<(IElement Item, ListEntry Entry)> items, Func<INode, INode?> next)
    {
        var found = new Dictionary<IElement, ListDate>();
        foreach (var (item, _) in items)
        {
            if (Between(surroundings.Of(item), next).Select(dates.Near).FirstOrDefault(date => date is not null) is { } date)
                found[item] = date;
        }

        return found;
    }

    private IEnumerable<INode> Between(IElement item, Func<INode, INode?> next)
    {
        var node = next(item);
        for (var looked = 0; node is not null && looked < MostNodes; looked++, node = next(node))
        {
            if (node is IElement element && surroundings.Holds(element))
                yield break;
            yield return node;
        }
    }
}
