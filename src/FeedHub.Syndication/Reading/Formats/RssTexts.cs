using System.Xml.Linq;
using FeedHub.Syndication.Reading.Markup;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>The texts of an RSS item: which is the fullest, which the summary beside it.</summary>
internal static class RssTexts
{
    // Podcasts repeat the description in a plain copy: another text must say more, not only be counted without its tags.
    private const double MuchMore = 1.2;

    private static readonly XName[] Whole =
        [Namespaces.Content + "encoded", Namespaces.Xhtml + "body", Namespaces.Xhtml + "div", Namespaces.Atom + "content", "fulltext"];

    private static readonly XName[] Short =
        ["description", Namespaces.Media + "description", Namespaces.Itunes + "summary", Namespaces.Dc + "description", Namespaces.Atom + "summary"];

    // Not Media RSS, whose text is often the picture's caption.
    private static readonly XName[] Rival = ["description", Namespaces.Itunes + "summary", Namespaces.Dc + "description"];

    public static (string? Content, string? Summary) Read(XElement item)
    {
        var whole = First(item, Whole);
        var description = First(item, Short);
        if (whole is null) return Fuller(item, description) is { } fuller ? (fuller, description) : (description, null);
        return (whole, description == whole ? null : description);
    }

    private static string? First(XElement item, XName[] names) => names.Select(n => Text(item, n)).FirstOrDefault(t => t is not null);

    private static string? Fuller(XElement item, string? description)
    {
        if (description is null) return null;
        var least = HtmlText.ToPlainText(description).Length * MuchMore;
        return Rival.Select(n => Text(item, n)).FirstOrDefault(t => t is not null && t.Length > least && HtmlText.ToPlainText(t).Length > least);
    }

    private static string? Text(XElement item, XName name)
    {
        var element = item.Elements(name).FirstOrDefault(e => e.HasElements || e.Value.Length > 0)
            ?? (name.Namespace == Namespaces.Media ? item.Descendants(name).FirstOrDefault() : null);
        return Values.Markup(element);
    }
}
