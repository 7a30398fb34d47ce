using AngleSharp.Dom;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>Finds the CSS that means the items of a group and nothing that is not an article.</summary>
internal sealed class ItemSelector(IDocument document, ItemReader reader, IReadOnlySet<string> articles)
{
    private const int Levels = 5;
    private const int MostTried = 300;

    private readonly Dictionary<string, double> _tried = [];

    // Of what a selector means, so much may be something else, where no better one is found.
    private const double Enough = 0.8;

    /// <summary>The shortest selector that means nothing else, and true; else the one that means least else, and whether that is
    /// little.</summary>
    /// <param name="group">Its items with their articles' addresses.</param>
    public (string Css, bool IsClean) Of(IReadOnlyList<(IElement Item, string Url)> group)
    {
        var items = group.Select(item => item.Item).ToList();
        var paths = Paths(items).ToList();
        var all = paths.Concat(OfHeadlines(items)).Concat(OfAddresses(paths, [.. group.Select(item => item.Url)])).ToList();
        var best = all.FirstOrDefault(css => Share(css) >= 1) ?? all.MaxBy(Share)!;
        return (best, Share(best) >= Enough);
    }

    // What all addresses of a list begin with, or have within: "/read/", "/news/articles/".
    private static IEnumerable<string> OfAddresses(IReadOnlyList<string> paths, IReadOnlyList<string> urls)
    {
        var segments = urls.Select(url => new Uri(url).AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipLast(1)).ToList();
        var shared = segments[0].Where(segment => IsWord(segment) && segments.TrueForAll(others => others.Contains(segment)));
        if (shared.LastOrDefault() is not { } word)
            yield break;
        foreach (var path in paths.Take(2))
            yield return $"{path}:has(a[href*=\"/{word}/\"])";
        yield return $"a[href*=\"/{word}/\"]";
    }

    private static bool IsWord(string segment) => segment.All(c => char.IsAsciiLetter(c) || c == '-');

    private static IEnumerable<string> Paths(IReadOnlyList<IElement> elements)
    {
        var css = "";
        for (var level = 0; level < Levels && elements.Count > 0; level++)
        {
            var name = ElementNames.Css(elements);
            css = css.Length == 0 ? name : $"{name} > {css}";
            yield return css;
            elements =
            [
                .. elements.Select(e => e.ParentElement).OfType<IElement>().Where(e => e.LocalName is not ("body" or "html")).Distinct(),
            ];
        }
    }

    // Where the elements around have no names, the headlines themselves have a kind.
    private IEnumerable<string> OfHeadlines(IReadOnlyList<IElement> items)
    {
        var titles = items.Select(reader.TitleElement).ToList();
        if (titles.Contains(null))
            yield break;
        var isWithin = titles.TrueForAll(title => Anchor(title!) is { } anchor && anchor != title);
        foreach (var path in Paths(titles!))
            yield return isWithin ? $"a:has({path})" : path;
    }

    private static IElement? Anchor(IElement title) => ElementNames.Chain(title).FirstOrDefault(element => element.LocalName == "a");

    // How much of what it means is an article of the page.
    private double Share(string css)
    {
        if (!_tried.TryGetValue(css, out var share))
            _tried[css] = share = Judge(css);
        return share;
    }

    private double Judge(string css)
    {
        var found = Selectors.All(document, css, MostTried).Select(reader.Main).OfType<LinkTarget>().ToList();
        return found.Count == 0 ? 0 : (double)found.Count(target => articles.Contains(target.Key)) / found.Count;
    }
}
