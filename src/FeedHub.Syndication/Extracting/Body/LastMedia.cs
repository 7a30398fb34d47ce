using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Body;

/// <summary>Pictures and players that stand below the last text of an article, in the box that holds its paragraphs. What leads to other
/// articles, and what comes behind that, does not belong to it.</summary>
internal static class LastMedia
{
    private const int Most = 10;

    // A line that was left out, such as who edited the text; a longer one begins something else.
    private const int LongestLine = 160;

    private static readonly HashSet<string> Media = new("img picture iframe video audio figure".Split(' '));
    private static readonly HashSet<string> Unseen = new("br hr wbr script style template noscript ins link meta".Split(' '));

    // What holds one paragraph, and not the text.
    private static readonly HashSet<string> Inner = new(
        "p li ul ol blockquote td th tr tbody table dd dt dl pre h2 h3 h4 h5 h6".Split(' '));

    /// <summary>The elements, in the page's order.</summary>
    /// <param name="root">The article's part of the page.</param>
    /// <param name="last">The last text of it that is kept.</param>
    public static IReadOnlyList<PageNode> Of(PageNode root, PageNode last)
    {
        var found = new List<PageNode>();
        var top = Top(root, last);
        foreach (var node in Behind(top))
        {
            if (IsOther(node) || found.Count >= Most)
                break;
            if (IsShown(node))
                found.Add(node);
        }

        return found;
    }

    private static PageNode Top(PageNode root, PageNode last)
    {
        var top = last;
        while (top.Parent is { } holder && top != root && holder != root && IsOfParagraph(holder.Name))
            top = holder;
        return top;
    }

    private static bool IsOfParagraph(string name) => Inner.Contains(name) || PageNames.IsInline(name);

    private static IEnumerable<PageNode> Behind(PageNode node) =>
        node.Parent is { } holder ? holder.Children.SkipWhile(child => child != node).Skip(1) : [];

    private static bool IsShown(PageNode node) => !Unseen.Contains(node.Name)
        && node.All().Any(inner => Media.Contains(inner.Name) || Embeds.Of(inner) is not null)
        && !node.All().Any(IsSmall) && (!node.IsDropped || Media.Contains(node.Name));

    private static bool IsOther(PageNode node)
    {
        if (node.IsText)
            return node.Text.AsSpan().Trim().Length > LongestLine;
        if (Embeds.Of(node) is not null)
            return false;
        if (Unseen.Contains(node.Name) || node.Name == "figure" || node.IsCaption)
            return node.Name == "figure" && node.All().Any(IsLink);
        return PageNames.IsHeading(node.Name) || node.Name is "ul" or "ol" or "table" || node.All().Any(IsLink)
            || node.All().Where(inner => inner.IsText).Sum(text => text.Text.AsSpan().Trim().Length) > LongestLine;
    }

    // To a page; not to the picture itself.
    private static bool IsLink(PageNode node) => node.Name == "a" && node["href"] is { Length: > 0 } address
        && !PictureFile(address.Split('?', '#')[0]);

    private static bool PictureFile(string path) =>
        ((string[])[".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"]).Any(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    // What counts readers, and marks of services.
    private static bool IsSmall(PageNode node) =>
        node.Name == "img" && ((int.TryParse(node["width"], out var width) && width < 100)
            || (int.TryParse(node["height"], out var height) && height < 60));
}
