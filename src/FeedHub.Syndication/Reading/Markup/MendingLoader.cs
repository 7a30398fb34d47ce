using System.Xml;
using System.Xml.Linq;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Reading.Markup;

/// <summary>
/// Loads a document that is not well-formed, as far as it goes: junk around the feed is skipped, what is not closed is
/// closed, what is not markup is text, and the item that the document ends in is left out. Linear in the document's length.
/// </summary>
internal sealed class MendingLoader(string text, Repairs repairs)
{
    // Elements that HTML never closes; left open they would swallow what follows. Not link: in RSS it has a text.
    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase) {
        "br",
        "img",
        "hr",
        "input",
        "meta",
        "wbr",
        "embed",
        "area",
        "col",
        "base" };

    private readonly TreeBuilder _builder = new(repairs);
    private readonly OpenElements _open = new();
    private readonly TagScanner _scanner = new(text, repairs);

    /// <summary>The tree, or null if there is no feed's root element in the text.</summary>
    public XDocument? Load()
    {
        while (!_scanner.AtEnd && (_builder.Root is null || _open.Count > 0))
            Pass(_scanner.Next());
        if (_builder.Root is null)
            return null;
        if (_open.Count > 0)
            CloseAtEnd();
        return _builder.Finish();
    }

    private void Pass(in MarkupToken token)
    {
        if (token.Kind == MarkupTokenKind.Start)
            Start(token);
        else if (_builder.Root is null)
            return;
        else if (token.Kind == MarkupTokenKind.End)
            End(token.Name);
        else
            _builder.Text(token.Text);
    }

    private void Start(in MarkupToken token)
    {
        var (prefix, name) = Split(token.Name);
        if (_builder.Root is null && !Dialect.IsRoot(name))
            return;
        if (_open.NeedsItemClosed(token.Name))
            End(token.Name);
        var scope = PrefixScope.Open(_open.Scope, token.Attributes);
        _builder.Start(prefix, scope.Find(prefix, repairs), name);
        foreach (var (key, value) in token.Attributes)
            Attribute(scope, key, value);
        if (token.IsEmpty || Void.Contains(token.Name))
            _builder.End();
        else
            _open.Push(token.Name, scope);
    }

    private void Attribute(PrefixScope scope, string key, string value)
    {
        var (prefix, name) = Split(key);
        if (prefix == "xmlns" || key == "xmlns")
            return;
        _builder.Attribute(prefix, prefix.Length == 0 ? "" : scope.Find(prefix, repairs), name, value);
    }

    private void End(string name)
    {
        var count = _open.PopTo(name);
        if (count != 1)
            repairs.Add(ReasonCode.ElementsMended);
        for (; count > 0; count--)
            _builder.End();
    }

    private void CloseAtEnd()
    {
        if (_builder.DropOpenItem())
            repairs.AddCut(ReasonCode.EndsInsideItem);
        else if (_open.Count == 1 && IsOver(_builder.Root!))
            repairs.Add(ReasonCode.RootNotClosed);
        else
            repairs.AddCut(ReasonCode.EndsEarly);
    }

    // After its channel RSS holds nothing more; in RSS 0.90 and 1.0 the items come after it.
    private static bool IsOver(XElement root) =>
        root.Name.LocalName != "RDF" && root.Elements().LastOrDefault()?.Name.LocalName == "channel";

    private static (string Prefix, string Name) Split(string name)
    {
        var colon = name.IndexOf(':');
        return colon > 0 && colon < name.Length - 1 ? (name[..colon], Local(name[(colon + 1)..])) : ("", Local(name.Trim(':')));
    }

    // A second colon, or a digit after the first, makes no XML name.
    private static string Local(string name) => name.Length == 0 ? "_" : XmlConvert.EncodeLocalName(name)!;
}
