using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Body;

/// <summary>Finds the element that a page's markup calls the article's text (microdata, and what themes use as its class).</summary>
internal static partial class NamedBody
{
    private const double LeastText = 80;

    /// <summary>The element, or null if none holds enough text.</summary>
    /// <param name="root">The page.</param>
    /// <param name="values">What each element's lines are worth.</param>
    /// <param name="best">The most that an element is worth.</param>
    public static PageNode? Find(PageNode root, Dictionary<PageNode, double> values, double best)
    {
        var marked = Largest(
            root.All().Where(node => node["itemprop"]?.Contains("articleBody", StringComparison.OrdinalIgnoreCase) == true),
            values);
        if (marked is not null && values[marked] >= best * 0.3)
            return marked;
        var named = Largest(root.All().Where(node => !PageNames.IsInline(node.Name) && Name().IsMatch(node.Hints)), values);
        return named is not null && values[named] >= best * 0.4 ? named : null;
    }

    // Where the text is cut into several of a kind, what holds them all.
    private static PageNode? Largest(IEnumerable<PageNode> nodes, Dictionary<PageNode, double> values)
    {
        var some = nodes.Where(node => values.GetValueOrDefault(node) >= LeastText).ToList();
        if (some.Count == 0)
            return null;
        var largest = some.MaxBy(node => values[node])!;
        var others = some.Where(node => node != largest && First(node) == First(largest) && !node.Above().Contains(largest)
            && values[node] > values[largest] * 0.15).ToList();
        return others.Aggregate(largest, Common);
    }

    private static string? First(PageNode node) => node["class"]?.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();

    private static PageNode Common(PageNode one, PageNode other)
    {
        var above = other.Above().ToHashSet();
        return above.Contains(one) ? one : one.Above().First(above.Contains);
    }

    [GeneratedRegex(
        @"article-?_*(?:body|content|text|detail|copy)|(?:entry|post|story|news|blog-?post|page|content|main|detail)-?_*(?:content"
            + @"|body|text|copy)(?=[ _-])|body-?_*(?:content|text|copy)|rich-?text|field-name-body|artikel-?text|isi-?(?:berita"
            + @"|artikel)|read__content|\Wprose\W")]
    private static partial Regex Name();
}
