using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Body;

/// <summary>Finds the part of a page that holds the article: the one with the most text and the least else.</summary>
internal static class BodyFinder
{
    // A part that is worth nearly as much as what holds it is the article.
    private const double Enough = 0.9;

    // So much of a declared text must be found on the page for the rest of the page to be measured by it.
    private const double Found = 0.6;

    /// <summary>The article's place and lines.</summary>
    /// <param name="root">The page.</param>
    /// <param name="title">The headline, or empty.</param>
    /// <param name="declared">What the page declares as the article's text, or null.</param>
    public static BodyText Find(PageNode root, string title, string? declared)
    {
        var shown = Shown(root, title, declared);
        var length = Length(shown);
        if (declared is not null && length < Weak && declared.Length > length * 2)
            return Hidden(ParagraphMarkup.Of(declared), title);
        return length < Weak && Facts.EmbeddedTexts.Find(root) is { } embedded && Hidden(embedded, title) is var hidden
            && Length(hidden) > Math.Max(300, length * 2)
            ? hidden : shown;
    }

    // With less text than this on the page it is looked for in the page's data.
    private const int Weak = 500;

    private static int Length(BodyText text) =>
        text.Lines.Where(line => !line.IsDropped && Sieve.IsText(line)).Sum(line => line.Text.Length);

    private static BodyText Hidden(string html, string title)
    {
        var root = PageTree.Of(html);
        Clutter.DropAlways(root);
        var lines = PageLines.Of(root);
        new Sieve(root, lines, title, null).Run();
        return new BodyText(root, lines);
    }

    private static BodyText Shown(PageNode root, string title, string? declared)
    {
        Clutter.DropAlways(root);
        var sure = declared is { Length: > 200 } ? Declared(root, new DeclaredText(declared)) : null;
        Clutter.Drop(root);
        foreach (var node in sure?.Keep ?? [])
            node.IsDropped = false;
        var values = LineValues.Of(PageLines.Of(root), LineValues.Worth);
        var best = Likely(root, values);
        // A text that is declared by its first sentences only tells nothing of the rest.
        if (declared is not null && declared.Length < values.GetValueOrDefault(best) * 0.6)
            sure = null;
        best = sure?.Root ?? best;
        best = FirstOfSeveral(best, title);
        var lines = PageLines.Of(best);
        new Sieve(best, lines, title, sure?.Text).Run();
        return new BodyText(best, lines);
    }

    // The smallest part that holds nearly all lines of the declared text.
    private static (PageNode Root, DeclaredText Text, IEnumerable<PageNode> Keep)? Declared(PageNode root, DeclaredText text)
    {
        var lines = PageLines.Of(root).Where(text.Has).ToList();
        if (lines.Sum(line => line.Text.Length) < text.Length * Found)
            return null;
        var values = LineValues.Of(lines, line => line.Text.Length);
        var best = root;
        while (best.Children.FirstOrDefault(child => values.GetValueOrDefault(child) > values[root] * 0.9) is { } inner)
            best = inner;
        return (best, text, lines.SelectMany(line => line.Block.Above().Prepend(line.Block)).Distinct());
    }

    private static PageNode Likely(PageNode root, Dictionary<PageNode, double> values)
    {
        var best = Best(root, values);
        return NamedBody.Find(root, values, values.GetValueOrDefault(best)) ?? best;
    }

    // Pages that show further articles below the one asked for.
    private static PageNode FirstOfSeveral(PageNode best, string title)
    {
        var articles = best.All().Where(
            node => node.Name == "article" && node != best
                && !node.Above().TakeWhile(a => a != best).Any(a => a.Name == "article")).ToList();
        if (articles.Count < 2)
            return best;
        var own = articles.FirstOrDefault(article => PageLines.Of(article).Any(line => Facts.Headlines.IsSame(line.Text, title)));
        own ??= articles.Skip(1).All(IsHeaded) && !IsHeaded(articles[0]) ? articles[0] : null;
        return own is not null && PageLines.Of(own).Where(Sieve.IsText).Sum(line => line.Text.Length) > 200 ? own : best;
    }

    // With a headline of its own: the next article, where the first one's headline stands above it.
    private static bool IsHeaded(PageNode article)
    {
        var lines = PageLines.Of(article);
        return lines.TakeWhile(line => !Sieve.IsText(line)).Any(line => line.Block.Name is "h1" or "h2");
    }

    // A part that has most of the text is looked into; the article is the deepest part on the way that is worth the most.
    private static PageNode Best(PageNode root, Dictionary<PageNode, double> values)
    {
        var best = root;
        for (var node = root; ;)
        {
            var next = node.Children.Where(child => values.ContainsKey(child)).MaxBy(child => values[child]);
            if (next is null || values[next] < values[best] * 0.6)
                return best;
            if (values[next] >= values[best] * Enough)
                best = next;
            node = next;
        }
    }
}
