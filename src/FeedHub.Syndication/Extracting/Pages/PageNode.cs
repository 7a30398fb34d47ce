using FeedHub.Syndication.Reading.Html;

namespace FeedHub.Syndication.Extracting.Pages;

/// <summary>An element of a page, or a text between two tags.</summary>
internal sealed class PageNode
{
    private static readonly Dictionary<string, string> Nothing = [];

    private readonly string _html;
    private readonly int _start;
    private readonly int _end;
    private Dictionary<string, string>? _attributes;
    private string? _text;

    /// <summary>A text or an element.</summary>
    /// <param name="name">The element's name in small letters; empty for a text.</param>
    /// <param name="html">The page.</param>
    /// <param name="start">Where the tag or the text begins.</param>
    /// <param name="end">Where it ends.</param>
    public PageNode(string name, string html, int start, int end) => (Name, _html, _start, _end) = (name, html, start, end);

    /// <summary>The element's name in small letters; empty for a text.</summary>
    public string Name { get; }

    /// <summary>What holds it; null for the page itself.</summary>
    public PageNode? Parent { get; private set; }

    /// <summary>What it holds, in the page's order.</summary>
    public List<PageNode> Children { get; } = [];

    /// <summary>How many elements hold it.</summary>
    public int Depth { get; private set; }

    /// <summary>True if it is not part of the article's text.</summary>
    public bool IsDropped { get; set; }

    /// <summary>True if what it holds is a picture with words about it.</summary>
    public bool IsCaption { get; set; }

    /// <summary>The tag as it is written.</summary>
    public string Tag => _end > _start ? Written(_html[_start.._end]) : $"<{Name}>";

    // What AMP calls amp-img is an img with the same attributes.
    private string Written(string tag) => tag.StartsWith("<amp-", StringComparison.OrdinalIgnoreCase)
        ? $"<{Name}{tag[(tag.AsSpan().IndexOfAny(" \t\r\n\f/>") is > 0 and var end ? end : tag.Length)..]}" : tag;

    public bool IsText => Name.Length == 0;

    /// <summary>A text with its references resolved; of an element whose content is raw, that content; else empty.</summary>
    public string Text
    {
        get => _text ??= IsText ? References.Resolve(_html[_start.._end]) : "";
        init => _text = value;
    }

    /// <summary>An attribute's value with its references resolved, or null.</summary>
    public string? this[string attribute] => IsText ? null : Attributes.GetValueOrDefault(attribute);

    /// <summary>All attributes; of several of one name the first.</summary>
    public Dictionary<string, string> Attributes =>
        _attributes ??= IsText || _end <= _start ? Nothing : TagAttributes.Of(_html.AsSpan(_start, _end - _start));

    /// <summary>The class and the id, in small letters, with a space around each word.</summary>
    public string Hints => field ??= IsText ? "" : $" {this["class"]} {this["id"]} ".ToLowerInvariant();

    /// <summary>An element of the same tag, without what it holds.</summary>
    public PageNode Copy() => new(Name, _html, _start, _end);

    /// <summary>Puts a node behind what this one holds.</summary>
    public void Add(PageNode child)
    {
        (child.Parent, child.Depth) = (this, Depth + 1);
        Children.Add(child);
    }

    /// <summary>The node and all that it holds, in the page's order.</summary>
    public IEnumerable<PageNode> All()
    {
        var open = new Stack<PageNode>();
        open.Push(this);
        while (open.TryPop(out var node))
        {
            yield return node;
            for (var at = node.Children.Count - 1; at >= 0; at--)
                open.Push(node.Children[at]);
        }
    }

    /// <summary>The elements that hold it, from the nearest one.</summary>
    public IEnumerable<PageNode> Above()
    {
        for (var node = Parent; node is not null; node = node.Parent)
            yield return node;
    }

    /// <summary>The words of all texts in it, white space folded.</summary>
    public string Words() => Words(int.MaxValue);

    /// <summary>The words of all texts in it, of those too that are dropped from the article.</summary>
    public string AllWords() => Spaces.Fold(string.Join(' ', All().Where(node => node.IsText).Select(node => node.Text)));

    /// <summary>The same as <see cref="Words()"/>, of a text longer than so many characters only its beginning and a little more.</summary>
    public string Words(int most) => string.Join(' ', PageLines.Of(this, most).Select(line => line.Text));
}
