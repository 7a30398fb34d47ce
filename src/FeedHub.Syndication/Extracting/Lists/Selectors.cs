using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>CSS selectors as AngleSharp reads them.</summary>
internal static class Selectors
{
    // Longer than any that a person writes, or that is proposed.
    private const int Longest = 2000;

    private static readonly CssSelectorParser Parser = new();

    /// <summary>True for a selector that can be looked for.</summary>
    public static bool IsValid(string css) => Parse(css) is not null;

    /// <summary>The first element within another, itself included; null where there is none.</summary>
    public static IElement? First(IElement scope, string css) => Parse(css) is { } selector
        ? selector.Match(scope, scope) ? scope : Below(scope).FirstOrDefault(element => selector.Match(element, scope))
        : null;

    /// <summary>All elements of a document that it means, in order, at most so many.</summary>
    public static IReadOnlyList<IElement> All(IDocument document, string css, int most) =>
        document.DocumentElement is { } root && Parse(css) is { } selector
            ? [.. Below(root).Where(element => selector.Match(element, root)).Take(most)]
            : [];

    private static ISelector? Parse(string css) => css.Length is 0 or > Longest ? null : Parser.ParseSelector(css);

    /// <summary>The elements below another in the document's order, without recursion.</summary>
    public static IEnumerable<IElement> Below(IElement root)
    {
        var open = new Stack<IEnumerator<INode>>();
        open.Push(root.ChildNodes.GetEnumerator());
        while (open.TryPeek(out var level))
        {
            if (!level.MoveNext())
            {
                open.Pop().Dispose();
            }
            else if (level.Current is IElement element)
            {
                yield return element;
                open.Push(element.ChildNodes.GetEnumerator());
            }
        }
    }
}
