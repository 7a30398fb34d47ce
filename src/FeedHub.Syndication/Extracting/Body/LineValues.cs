using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Body;

/// <summary>What lines say for or against the elements around them being the article.</summary>
internal static class LineValues
{
    /// <summary>The sum of a figure over all lines that an element holds.</summary>
    public static Dictionary<PageNode, double> Of(IEnumerable<PageLine> lines, Func<PageLine, double> worth)
    {
        var values = new Dictionary<PageNode, double>();
        var levels = new SortedDictionary<int, HashSet<PageNode>>();
        foreach (var line in lines)
            Add(values, levels, line.Block, worth(line));
        // From the deepest up, so that each element hands on its sum once.
        while (levels.Count > 0)
        {
            var deepest = levels.Last();
            levels.Remove(deepest.Key);
            foreach (var node in deepest.Value.Where(node => node.Parent is not null))
                Add(values, levels, node.Parent!, values[node]);
        }

        return values;
    }

    private static void Add(
        Dictionary<PageNode, double> values,
        SortedDictionary<int, HashSet<PageNode>> levels,
        PageNode node,
        double value)
    {
        values[node] = values.GetValueOrDefault(node) + value;
        if (!levels.TryGetValue(node.Depth, out var level))
            levels[node.Depth] = level = [];
        level.Add(node);
    }

    /// <summary>Its characters that are not a link, where it reads like a text; less than nothing where it reads like a label or a
    /// link.</summary>
    public static double Worth(PageLine line)
    {
        var free = line.Weight - line.Linked;
        if (line.LinkShare > 0.5)
            return -Math.Min(line.Linked, 100);
        if (free >= 80)
            return free;
        var isInText = line.Block.Name is "p" or "li" or "blockquote" or "td" or "pre";
        return isInText && free >= 30 ? free : isInText && line.LinkShare < 0.2 ? free * 0.5 : -20;
    }
}
