using System.Text.RegularExpressions;
using System.Xml.Linq;
using FeedHub.Syndication.Reading.Html;
using FeedHub.Syndication.Reading.Markup;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>Small steps that all readers of elements share.</summary>
internal static partial class Values
{
    /// <summary>Most keywords of one item; publishers of videos list hundreds.</summary>
    public const int MaxKeywords = 50;

    private static readonly XName[] OwnKeywords =
        [Namespaces.Itunes + "keywords", Namespaces.News + "keywords", "keywords", "tags", Namespaces.Media + "tags"];

    // Latin, Arabic, Chinese and Japanese.
    private static readonly char[] Commas = [',', '،', '，', '、'];

    /// <summary>The trimmed text, or null if there is nothing in it to see.</summary>
    public static string? NotEmpty(string? text) => Spaces.IsBlank(text) ? null : text!.Trim();

    /// <summary>Plain text of what may be markup, or null if nothing is left.</summary>
    public static string? Plain(string? html) =>
        html is null ? null : NotEmpty(References.FixC1(HtmlText.ToPlainText(TwiceEncoded.Mend(html))));

    /// <summary>Plain text of a headline: its markup is gone, and what it says of tags stays (<see cref="HeadlineTags"/>). A headline of
    /// which markup leaves nothing, although there are words in it, stays as it is written.</summary>
    public static string? Told(string? text) =>
        text is null ? null
        : NotEmpty(References.FixC1(MarkupText.OfHeadline(TwiceEncoded.Mend(HeadlineTags.Escape(text)))))
            ?? (HeadlineTags.HasWords(text) ? Literal(text) : null);

    /// <summary>A text that is plain by its format: as it is written, with its white space folded; or null if there is none.</summary>
    public static string? Literal(string? text) => text is null ? null : NotEmpty(Spaces.Fold(References.FixC1(TwiceEncoded.Mend(text))));

    /// <summary>The first child of this name that has a text, or null.</summary>
    public static string? Text(this XElement element, XName name) =>
        element.Elements(name).Select(e => NotEmpty(e.Value)).FirstOrDefault(v => v is not null);

    /// <summary>The markup in an element: its text where it is escaped, its children written out where they stand in the open.</summary>
    public static string? Markup(XElement? element) =>
        element is null
            ? null
            : NotEmpty(element.HasElements ? XhtmlWriter.Mixed(element) : References.FixC1(TwiceEncoded.Mend(element.Value)));

    /// <summary>The language in force at an element (<c>xml:lang</c>), or null.</summary>
    public static string? Language(XElement element) =>
        element.AncestorsAndSelf().Select(e => NotEmpty(e.Attribute(XNamespace.Xml + "lang")?.Value)).FirstOrDefault(v => v is not null);

    /// <summary>The words of Media RSS keywords, of the podcasts' and the news sitemaps', which are lists with commas; at most
    /// <see cref="MaxKeywords"/>.</summary>
    public static IEnumerable<string?> Keywords(XElement item) =>
        item.Descendants(Namespaces.Media + "keywords").Take(MaxKeywords)
            .Concat(OwnKeywords.SelectMany(name => item.Elements(name).Take(1)))
            .Concat(item.Elements(Namespaces.Media + "community").Elements(Namespaces.Media + "tags").Take(1))
            .Concat(item.Elements("tag").Take(MaxKeywords))
            .SelectMany(list => list.Value
                .Split(Commas, MaxKeywords + 1, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Take(MaxKeywords))
            .Select(word => Plain(Weight().Replace(word, "")))
            .Take(MaxKeywords);

    // "flood: 5" says how often the word was given (Media RSS 1.5.1, media:tags).
    [GeneratedRegex(@"\s*:\s*\d{1,4}$")]
    private static partial Regex Weight();

    /// <summary>Texts in order, without empty ones and repeats.</summary>
    public static IReadOnlyList<string> Distinct(IEnumerable<string?> texts) =>
        [.. texts.OfType<string>().Distinct(StringComparer.Ordinal)];
}
