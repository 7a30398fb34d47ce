using AngleSharp.Dom;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>Finds the CSS that means the items of a group and nothing that is no article.</summary>
internal sealed class ItemSelector(IDocument document, ItemReader reader, IReadOnlySet<string> articles)
{
    private const int Levels = 5;
    private const int MostTried = 300;

    private readonly Dictionary<string, bool> _tried = [];

    /// <summary>The shortest clean selector; of several unclean ones the longest.</summary>
    public string Of(IReadOnlyList<IElement> items)
    {
        var paths = Paths(items).ToList();
        return paths.Concat(OfHeadlines(items)).FirstOrDefault(IsClean) ?? paths[^1];
    }

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

    private bool IsClean(string css)
    {
        if (!_tried.TryGetValue(css, out var isClean))
            _tried[css] = isClean = Judge(css);
        return isClean;
    }

    private bool Judge(string css)
    {
        var found = Selectors.All(document, css, MostTried).Select(reader.Main).OfType<LinkTarget>().ToList();
        return found.Count > 0 && found.TrueForAll(target => articles.Contains(target.Key));
    }
}
