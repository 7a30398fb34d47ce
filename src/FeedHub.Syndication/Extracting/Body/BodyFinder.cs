using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Body;

/// <summary>Finds the part of a page that holds the article: the one with the most text and the least else.</summary>
internal static class BodyFinder
{
    public static BodyText Find(PageNode root, string title)
    {
        Clutter.Drop(root);
        var lines = PageLines.Of(root);
        DropHinted(root, lines);
        lines = PageLines.Of(root);
        var values = Values(lines, Worth);
        var best = Best(root, values);
        return new BodyText(best, PageLines.Of(best));
    }

    private static void DropHinted(PageNode root, List<PageLine> lines)
    {
        var texts = Values(lines, line => Math.Max(0, Worth(line)));
        var all = texts.GetValueOrDefault(root);
        foreach (var node in root.All())
        {
            if (Clutter.IsHinted(node) && texts.GetValueOrDefault(node) < all * 0.4)
                node.IsDropped = true;
        }
    }

    private static Dictionary<PageNode, double> Values(List<PageLine> lines, Func<PageLine, double> worth)
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

    private static double Worth(PageLine line)
    {
        var free = line.Text.Length - line.Linked;
        if (line.LinkShare > 0.5)
            return -Math.Min(line.Linked, 100);
        if (free >= 80)
            return free;
        return free >= 30 && line.Block.Name is "p" or "li" or "blockquote" ? free : -20;
    }

    private static PageNode Best(PageNode root, Dictionary<PageNode, double> values)
    {
        var best = root;
        for (var node = root; ;)
        {
            var next = node.Children.Where(child => values.ContainsKey(child)).MaxBy(child => values[child]);
            if (next is null || values[next] < values[best] * 0.6)
                return best;
            if (values[next] >= values[best])
                best = next;
            node = next;
        }
    }
}
