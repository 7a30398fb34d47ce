using AngleSharp.Dom;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>How deep a DOM is, told without recursion, and without asking for neighbours, which it finds by counting.</summary>
internal static class DomDepth
{
    /// <summary>True if nodes nest deeper than <paramref name="most"/> below the root.</summary>
    public static bool Exceeds(INode root, int most)
    {
        var open = new Stack<(INodeList Nodes, int Next)>();
        open.Push((root.ChildNodes, 0));
        while (open.TryPop(out var level))
        {
            if (level.Next == level.Nodes.Length)
                continue;
            open.Push((level.Nodes, level.Next + 1));
            if (level.Nodes[level.Next].HasChildNodes)
                open.Push((level.Nodes[level.Next].ChildNodes, 0));
            if (open.Count > most)
                return true;
        }

        return false;
    }
}
