using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Body;

/// <summary>What lines say for or against the elements around them being the article.</summary>
internal static class LineValues
{
    /// <summary>The sum of a figure over all lines that an element holds.</summary>
    public static Dictionary<PageNode, double> Of(IEnumerable<PageLine> lines, Func<PageLine, double> worth)
    {
        var values = new Dictionary<PageNode, double>();
        foreach (var line in lines)
        {
            var value = worth(line);
            for (var node = line.Block; node is not null; node = node.Parent)
                values[node] = values.GetValueOrDefault(node) + value;
        }

        return values;
    }

    /// <summary>Its characters that are no link, where it reads like a text; less than nothing where it reads like a label or a
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
