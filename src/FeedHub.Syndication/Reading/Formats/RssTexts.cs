using System.Buffers;
using System.Xml.Linq;
using FeedHub.Syndication.Reading.Html;
using FeedHub.Syndication.Reading.Markup;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>The texts of an RSS item: which is the fullest, which the summary beside it.</summary>
/// <param name="items">All items of the document.</param>
/// <param name="isMerged">Whether a FeedHub wrote it.</param>
internal sealed class RssTexts(IReadOnlyList<XElement> items, bool isMerged)
{
    // So many items with one and the same description: it is the programme's, not the item's.
    private const int MinRepeats = 3;

    // Podcasts repeat the description in a plain copy: another text must say more, not only be counted without its tags.
    private const double MuchMore = 1.2;

    private static readonly XName Encoded = Namespaces.Content + "encoded";

    private static readonly XName[] Whole =
    [
        Encoded, Namespaces.Xhtml + "body", Namespaces.Xhtml + "div", Namespaces.Atom + "content",
        Namespaces.Yandex + "full-text", Namespaces.Turbo + "content", "fulltext", "full-text", "full_text", "encoded", "content", "body",
    ];

    private static readonly XName[] Short =
        ["description", Namespaces.Media + "description", Namespaces.Itunes + "summary", Namespaces.Dc + "description", Namespaces.Atom
            + "summary", "summary", "text", "article"];

    // "A few words" and "a whole text", in letters without tags, and how many times more the one must be.
    private const int FewWords = 200;
    private const int LeastWhole = 400;
    private const int ManyTimes = 3;

    // Not Media RSS, whose text is often the picture's caption.
    private static readonly XName[] Rival = ["description", Namespaces.Itunes + "summary", Namespaces.Dc
        + "description", "summary", "text", "article"];

    // Long, and for programs or for other places.
    private static readonly HashSet<string> NoTexts = new(
        ["title", "link", "guid", "category", "keywords", "tags", "comments", "transcript", "thumbnail", "headline"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?。！？।؟");

    private readonly Lazy<HashSet<string>> _repeated = new(() =>
    [
        .. items.Select(i => i.Text("description")).OfType<string>().GroupBy(d => d)
            .Where(g => g.Count() >= MinRepeats && g.Count() * 2 > items.Count).Select(g => g.Key),
    ]);

    public (string? Content, string? Summary) Read(XElement item)
    {
        var whole = First(item, Whole);
        var description = First(item, Short);
        if (whole is null && description is null)
            return (OwnText(item), null);
        if (IsTeaser(whole, description) && !_repeated.Value.Contains(item.Text("description") ?? ""))
            return (description, whole);
        if (whole is null && Fuller(item, description) is { } fuller)
            return (fuller, description);
        return whole is not null && description != whole
            ? (whole, description)
            : (whole ?? description, Shorter(item, whole ?? description));
    }

    /// <summary>True if a few words stand where the whole text belongs, and the whole text where the summary does.</summary>
    public static bool IsTeaser(string? whole, string? summary)
    {
        if (whole is null || summary is not { Length: >= LeastWhole })
            return false;
        var (words, length) = (HtmlText.ToPlainText(whole).Length, HtmlText.ToPlainText(summary).Length);
        return words <= FewWords && length >= LeastWhole && length > ManyTimes * words;
    }

    private string? First(XElement item, XName[] names) => names.Select(n => Text(item, n)).FirstOrDefault(t => t is not null);

    private string? Fuller(XElement item, string? description)
    {
        var rivals = description is null ? [] : Rival.Select(n => Text(item, n)).OfType<string>().Where(t => t != description).ToList();
        if (rivals.Count == 0)
            return null;
        if (_repeated.Value.Contains(item.Text("description") ?? ""))
            return rivals[0];
        var least = HtmlText.ToPlainText(description!).Length * MuchMore;
        return rivals.Find(t => t.Length > least && HtmlText.ToPlainText(t).Length > least);
    }

    // Where no element is known for a text, the longest that reads as one: publishers make names of their own.
    private static string? OwnText(XElement item) => item.Elements()
        .Where(e => !e.HasElements && e.Value.Length >= LeastWhole && !IsFile(e) && !NoTexts.Contains(e.Name.LocalName))
        .OrderByDescending(e => e.Value.Length).Take(1)
        .Select(e => AsMarkup(EscapedMarkup.Unwrapped(Values.Markup(e))))
        .FirstOrDefault(html => html is not null && HtmlText.ToPlainText(html) is var plain && plain.Length >= LeastWhole
            && plain[0] is not ('{' or '[') && plain.AsSpan().ContainsAny(SentenceEnds));

    private static string? AsMarkup(string? html) =>
        html is null || EscapedMarkup.IsPerhaps(html) ? html : html.Replace("<", "&lt;", StringComparison.Ordinal);

    // Beside a description that is the whole text, a podcast's summary is the short one.
    private string? Shorter(XElement item, string? whole) =>
        whole is null
            ? null
            : Rival.Skip(1).Select(n => Text(item, n)).FirstOrDefault(t => t is not null && t.Length * MuchMore < whole.Length);

    private string? Text(XElement item, XName name)
    {
        var element = Element(item, name)
            ?? (name.Namespace == Namespaces.Media ? item.Descendants(name).FirstOrDefault() : null);
        if (element is null)
            return null;
        if (name.Namespace == Namespaces.Media)
            return AtomText.Media(element);
        var html = EscapedMarkup.Unwrapped(
            name == Encoded && element.HasElements ? XhtmlWriter.Inner(element, element) : Values.Markup(element));
        if (isMerged && name == Encoded)
            return EntryFooter.Without(html);
        return element.HasElements ? html : AsMarkup(html);
    }

    // Asked of each item by thirty names, and most have none of them.
    private static XElement? Element(XElement item, XName name)
    {
        for (var node = item.FirstNode; node is not null; node = node.NextNode)
        {
            if (node is XElement element && IsNamed(element, name) && (element.HasElements || element.Value.Length > 0) && !IsFile(element))
                return element;
        }

        return null;
    }

    private static bool IsNamed(XElement element, XName name) =>
        element.Name == name || (name.Namespace == XNamespace.None && element.Name.Namespace == XNamespace.None
            && element.Name.LocalName.Equals(name.LocalName, StringComparison.OrdinalIgnoreCase));

    // Media RSS without its namespace.
    private static bool IsFile(XElement element) => element.Attribute("url") is not null || element.Attribute("medium") is not null;
}
