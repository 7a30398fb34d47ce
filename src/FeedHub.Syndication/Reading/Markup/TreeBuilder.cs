using System.Text;
using System.Xml.Linq;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Reading.Markup;

/// <summary>
/// Builds the one tree that all readers work on, from the events of either loader. Vocabularies get their canonical addresses
/// and the library's prefixes, core elements their usual spelling, and nesting is bounded, so that no walk can overflow the stack.
/// </summary>
internal sealed class TreeBuilder(Repairs repairs)
{
    /// <summary>No feed or page nests so deep on purpose; what lies deeper loses its tags and keeps its text.</summary>
    public const int MaxDepth = 200;

    private readonly StringBuilder _text = new();

    // Most texts come whole.
    private string _first = "";
    private Dialect? _dialect;
    private XElement? _current;
    private int _depth;

    /// <summary>The finished tree, or null before the first element.</summary>
    public XElement? Root { get; private set; }

    public void Start(string prefix, string uri, string name)
    {
        if (_depth++ >= MaxDepth)
        {
            repairs.Add(ReasonCode.ElementsFlattened, MaxDepth);
            return;
        }

        _dialect ??= Dialect.Of(prefix, uri, name);
        FlushText();
        var element = new XElement(_dialect.Name(prefix, uri, name));
        if (_current is null)
            Root = element;
        else
            _current.Add(element);
        _current = element;
    }

    public void Attribute(string prefix, string uri, string name, string value)
    {
        if (_depth > MaxDepth || _current is null)
            return;
        var space = uri.Length == 0 ? XNamespace.None : Namespaces.Canonical(prefix, uri);
        // Declarations are made at the end, by the dialect.
        if (space != XNamespace.Xmlns)
            _current.SetAttributeValue(space + name, value);
    }

    public void Text(string text)
    {
        if (_current is null)
            return;
        if (_first.Length == 0)
            _first = text;
        else
            _text.Append(text);
    }

    public void End()
    {
        if (_depth-- > MaxDepth)
            return;
        FlushText();
        _current = _current?.Parent;
    }

    /// <summary>Takes away the item that the document ends in the middle of. True if there was one.</summary>
    public bool DropOpenItem()
    {
        var item = _current?.AncestorsAndSelf().FirstOrDefault(e => e.Name.LocalName is "item" or "entry" && e.Parent is not null);
        item?.Remove();
        return item is not null;
    }

    /// <summary>The tree in a document whose root declares what the library looks up by prefix.</summary>
    public XDocument Finish()
    {
        var root = Root ?? throw new InvalidOperationException("nothing was built");
        _dialect!.Declare(root);
        // The library recodes every value by the declared encoding, so it must find the one that leaves text alone.
        return new XDocument(new XDeclaration("1.0", "utf-8", null), root);
    }

    // Whole runs at once: adding piece by piece to an element copies what is there each time.
    private void FlushText()
    {
        if (_first.Length == 0)
            return;
        _current?.Add(_text.Length == 0 ? _first : _text.Insert(0, _first).ToString());
        _first = "";
        _text.Clear();
    }
}
