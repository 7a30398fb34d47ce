using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Body;

/// <summary>Drops what stands around articles on pages, as its names, classes and ids tell.</summary>
internal static partial class Clutter
{
    private static readonly HashSet<string> Never = new("#page html body main article".Split(' '));

    private static readonly HashSet<string> Names = new(
        "nav aside footer form button input select option menu dialog figure figcaption audio video embed object head".Split(' '));

    /// <summary>Marks the parts that are no text for readers of the article.</summary>
    public static void Drop(PageNode root)
    {
        foreach (var node in root.All())
        {
            if (!node.IsText && !Never.Contains(node.Name) && (Names.Contains(node.Name) || IsHidden(node)))
                node.IsDropped = true;
        }
    }

    /// <summary>True if the element's class or id says that it is no text of the article.</summary>
    public static bool IsHinted(PageNode node) =>
        !node.IsText && !Never.Contains(node.Name) && node.Hints.Length > 2 && Hint().IsMatch(node.Hints);

    private static bool IsHidden(PageNode node) =>
        node.Attributes.ContainsKey("hidden") || node["aria-hidden"] == "true" || (node["style"] is { } style && Unseen().IsMatch(style))
        || node["role"] is "navigation" or "complementary" or "banner" or "contentinfo" or "search" or "dialog" or "alert" or "menu";

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase)]
    private static partial Regex Unseen();

    [GeneratedRegex(
        @"comment|disqus|related|recommend|recirc|shar(?:e|ing)|social|promo|newsletter|subscri|sidebar|side-bar|widget|breadcrumb|byline|author"
            + @"|[ _-](?:tags?|ads?|adv|meta|info|date|time|nav|menu|credits?|caption|bio|footer|foot|popup|modal|banner|login|signup)[ _-]"
            + @"|advert|sponsor|popular|trending|most-read|mostread|outbrain|taboola|cookie|consent|gdpr|paywall|paginat|copyright|read-?more"
            + @"|more-(?:stories|news|from)|see-also|terkait|terbaru|terkini|populer|baca|newsletter|toolbar|tooltip|poll|survey|print-only|skip-"
            + @"|screen-reader|visually-hidden|sr-only")]
    private static partial Regex Hint();
}
