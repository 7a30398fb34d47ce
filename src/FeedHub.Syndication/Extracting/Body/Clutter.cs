using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Body;

/// <summary>Drops what stands around articles on pages, as its names, classes and ids tell.</summary>
internal static partial class Clutter
{
    // What one kind of element holds of a page's text is not clutter if it is more than this, under any name.
    private const double MostOfText = 0.4;

    private static readonly HashSet<string> Never = new("#page html body main article".Split(' '));

    private static readonly HashSet<string> Always = new(
        "nav button input select option menu dialog figcaption audio video embed object head".Split(' '));

    private static readonly HashSet<string> Names = new("aside footer form".Split(' '));

    /// <summary>Marks what is never text: menus, forms' parts, pictures with their captions, players.</summary>
    public static void DropAlways(PageNode root)
    {
        foreach (var node in root.All())
        {
            if (Always.Contains(node.Name) || IsPicture(node))
                node.IsDropped = true;
        }
    }

    /// <summary>Marks the parts that are not text for readers of the article.</summary>
    public static void Drop(PageNode root)
    {
        var texts = LineValues.Of(PageLines.Of(root), line => Math.Max(0, LineValues.Worth(line)));
        var doubtful = root.All().Where(IsDoubtful).ToList();
        var kinds = doubtful.GroupBy(Kind).ToDictionary(kind => kind.Key, kind => kind.Sum(node => texts.GetValueOrDefault(node)));
        foreach (var node in doubtful)
            node.IsDropped = kinds[Kind(node)] <= texts.GetValueOrDefault(root) * MostOfText;
    }

    private static string Kind(PageNode node) => node.Name + node.Hints;

    private static bool IsDoubtful(PageNode node) =>
        !node.IsText && !Never.Contains(node.Name)
        && (Names.Contains(node.Name) || IsHidden(node) || (PageNames.IsInline(node.Name) ? Spoken().IsMatch(node.Hints) : IsHinted(node)));

    private static bool IsPicture(PageNode node) =>
        node.Name == "figure" && !node.All().Any(inner => inner.Name is "table" or "pre" || IsQuote(inner));

    // Of the article, and no post of others that is embedded.
    private static bool IsQuote(PageNode node) =>
        node.Name == "blockquote" && node["class"] is not { Length: > 0 }
        && !node.Attributes.Keys.Any(name => name.StartsWith("data-", StringComparison.Ordinal));

    private static bool IsHinted(PageNode node) => node.Hints.Length > 2 && Hint().IsMatch(node.Hints);

    private static bool IsHidden(PageNode node) =>
        node.Attributes.ContainsKey("hidden") || (node.Hints.Contains(" hidden ", StringComparison.Ordinal) && !node.Hints.Contains(':'))
            || node["aria-hidden"] == "true"
            || (node["style"] is { } style && Unseen().IsMatch(style))
            || node["role"] is "navigation" or "complementary" or "banner" or "contentinfo" or "search" or "dialog" or "alert" or "menu";

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase)]
    private static partial Regex Unseen();

    // For those who do not see the page.
    [GeneratedRegex(@"screen-reader|visually-hidden|visuallyhidden|sr-only|tooltip")]
    private static partial Regex Spoken();

    [GeneratedRegex(
        @"comment|caption|credit|disqus|related|recommend|recirc|shar(?:e|ing)|social|promo|newsletter|subscri|sidebar|side-bar"
            + @"|(?<= )widget(?= )|widget_|breadcrumb|byline|author"
            + @"|[ _-](?:tags?|ads?|adv|meta|info|date|time|nav|menu|bio|footer|foot|popup|modal|banner|login|signup)[ _-]"
            + @"|advert|sponsor|popular|trending|most-read|mostread|outbrain|taboola|cookie|consent|gdpr|paginat|copyright|read-?more"
            + @"|more-(?:stories|news|from)|see-also|terkait|terbaru|terkini|populer|baca|newsletter|toolbar|tooltip|poll|survey"
            + @"|print-only|skip-"
            + @"|screen-reader|visually-hidden|sr-only")]
    private static partial Regex Hint();
}
