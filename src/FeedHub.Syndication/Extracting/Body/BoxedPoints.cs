using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Body;

/// <summary>
/// Boxes beside the paragraphs that hold one list and no other text, as sites put them above an article's first paragraph, on each of its
/// pages, to tell it again in a few points. A list among the paragraphs, or below a heading that the article has for it, is text.
/// </summary>
internal sealed class BoxedPoints
{
    private const double MostOfText = 0.3;

    private readonly PageNode _root;
    private readonly HashSet<PageNode> _main;
    private readonly Dictionary<PageNode, double> _texts;

    private BoxedPoints(PageNode root, List<PageLine> lines, HashSet<PageNode> main)
    {
        (_root, _main) = (root, main);
        _texts = LineValues.Of(lines, line => Sieve.IsText(line) ? line.Text.Length : 0);
    }

    /// <summary>The lines that are points of such a box.</summary>
    /// <param name="root">The article's part of the page.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="main">What holds the paragraphs.</param>
    public static HashSet<PageLine> Of(PageNode root, List<PageLine> lines, HashSet<PageNode> main)
    {
        var boxes = new BoxedPoints(root, lines, main);
        var (found, headed) = (new HashSet<PageLine>(), new HashSet<PageNode>());
        PageLine? above = null;
        foreach (var line in lines)
        {
            if (List(line) is { } list && boxes.Holds(list) && !headed.Contains(list))
            {
                if (above is not null && IsSubheading(above))
                    headed.Add(list);
                else
                    found.Add(line);
            }

            above = line;
        }

        return found;
    }

    private bool Holds(PageNode list) => list != _root && list.Parent is { Name: "div" or "section" or "aside" } box && box != _root
        && !_main.Contains(box) && _texts[box] == _texts[list] && _texts[box] < _texts[_root] * MostOfText;

    private static PageNode? List(PageLine line)
    {
        var item = line.Block.Name == "li" ? line.Block : line.Block.Parent;
        return item is { Name: "li", Parent: { Name: "ul" or "ol" } list } ? list : null;
    }

    private static bool IsSubheading(PageLine line) => line.Block.Name is "h2" or "h3" or "h4" or "h5" or "h6";
}
