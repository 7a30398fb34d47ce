namespace FeedHub.Syndication.Reading.Cleaning;

/// <summary>The lines of a document's texts that were read for its repeated sentences, so that they are not taken out of the markup
/// again when the items are read.</summary>
internal sealed class KeptLines
{
    // UTF-16 units of markup. A document has some hundred thousand; of one that has millions the rest is read twice.
    private const int Most = 4_000_000;

    private readonly Dictionary<string, TextLines> _byText = new(ReferenceEqualityComparer.Instance);
    private int _units;

    /// <summary>The lines of an item's text, which are kept while there is room.</summary>
    public IReadOnlyList<string> Read(ParsedItem item)
    {
        var (html, lines) = (TextLines.HtmlOf(item), TextLines.Of(item));
        if (_units + html.Length <= Most && _byText.TryAdd(html, new(html, lines)))
            _units += html.Length;
        return lines;
    }

    /// <summary>What was kept of an item's text, or null.</summary>
    public TextLines? Of(ParsedItem item) => _byText.GetValueOrDefault(TextLines.HtmlOf(item));
}
