using System.Text;
using FeedHub.Syndication.Reading.Html;

namespace FeedHub.Syndication.Extracting.Pages;

/// <summary>Goes through a part of a page once and tells its lines.</summary>
internal sealed class PageLines
{
    // What these hold is not for readers, or for their hands.
    private static readonly HashSet<string> Unread = new(
        "script style noscript template iframe noframes noembed textarea title xmp svg canvas object select datalist math head".Split(' '));

    private readonly List<PageLine> _lines = [];
    private readonly StringBuilder _text = new();
    private readonly List<PageNode> _parts = [];
    private int _linked;
    private PageNode _block;
    private int _most;
    private int _length;

    // How many links are open around the place, and around the block.
    private int _links;
    private int _linksAround;

    private PageLines(PageNode root)
    {
        _block = root;
        _links = root.Above().Prepend(root).Count(node => node.Name == "a");
        _linksAround = _links;
    }

    /// <summary>The lines below a node that are not dropped, in the page's order.</summary>
    /// <param name="root">The node.</param>
    /// <param name="most">When they have more characters than these, no more are looked for.</param>
    public static List<PageLine> Of(PageNode root, int most = int.MaxValue)
    {
        var lines = new PageLines(root) { _most = most };
        lines.Walk(root);
        lines.Break();
        return lines._lines;
    }

    // The tree is at most some hundred levels deep.
    private void Walk(PageNode node)
    {
        foreach (var child in node.Children)
        {
            if (_length > _most)
                return;
            if (child.IsText)
                Append(child);
            else if (child.Name == "br")
                Break();
            else if (!child.IsDropped && !Unread.Contains(child.Name))
                Enter(child);
        }
    }

    private void Enter(PageNode element)
    {
        var links = _links;
        _links += element.Name == "a" ? 1 : 0;
        if (PageNames.IsInline(element.Name) && !IsButton(element))
            Walk(element);
        else
            Block(element);
        _links = links;
    }

    private void Block(PageNode element)
    {
        var (around, links) = (_block, _linksAround);
        Break();
        (_block, _linksAround) = (element, _links);
        Walk(element);
        Break();
        (_block, _linksAround) = (around, links);
    }

    // A link that is laid out as a block.
    private static bool IsButton(PageNode element) => element.Name == "a" && element["class"] is { } name
        && (name.Contains("flex", StringComparison.Ordinal) || name.Contains("btn", StringComparison.Ordinal)
            || name.Contains("button", StringComparison.Ordinal));

    private void Append(PageNode text)
    {
        if (text.IsDropped)
            return;
        var words = text.Text;
        _text.Append(words);
        if (words.AsSpan().IsWhiteSpace())
            return;
        _parts.Add(text);
        if (_links > _linksAround)
            _linked += words.AsSpan().Trim().Length;
    }

    private void Break()
    {
        if (_parts.Count > 0 && Spaces.Fold(_text.ToString()) is { Length: > 0 } line)
        {
            _lines.Add(new PageLine(line, Math.Min(line.Length, _linked + BlockLink(line)), _block, [.. _parts]));
            _length += line.Length;
        }

        _text.Clear();
        _parts.Clear();
        _linked = 0;
    }

    // A link around blocks.
    private int BlockLink(string line) => _linked == 0 && _linksAround > 0 ? line.Length : 0;
}
