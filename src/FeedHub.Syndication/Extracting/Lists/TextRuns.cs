using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using FeedHub.Syndication.Reading.Html;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>The texts of an element as a reader sees them apart from each other: by block, with white space folded.</summary>
internal static partial class TextRuns
{
    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong",
        "sub", "sup", "time", "u", "var", "wbr",
    };

    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "svg", "iframe", "select", "textarea", "button", "object",
    };

    // More than any headline with its summary; bounds the work on hostile pages.
    private const int MaxText = 20_000;

    private const int MaxBox = 300;

    /// <summary>All text as one line.</summary>
    public static string Line(IElement element) => string.Join(' ', Of(element));

    /// <summary>The texts in order, without empty ones.</summary>
    /// <param name="element">Its text and that of all below.</param>
    /// <param name="apart">An element below that is skipped, or null.</param>
    public static IReadOnlyList<string> Of(IElement element, IElement? apart = null) =>
        Of(element, apart, withHidden: false) is { Count: > 0 } shown ? shown : Of(element, apart, withHidden: true);

    // What is for screen readers alone repeats or explains what is shown, but for links that show nothing.
    private static List<string> Of(IElement element, IElement? apart, bool withHidden)
    {
        var (runs, run, length) = (new List<string>(), new StringBuilder(), 0);
        var open = new Stack<(IEnumerator<INode> Nodes, bool Parts)>();
        open.Push((((IEnumerable<INode>)element.ChildNodes).GetEnumerator(), true));
        while (open.TryPeek(out var level) && length < MaxText)
        {
            if (!level.Nodes.MoveNext())
                Leave(open.Pop(), run, runs);
            else if (level.Nodes.Current is IText text)
                length += run.Append(text.Data, 0, Math.Min(text.Data.Length, MaxText)).Length;
            else if (level.Nodes.Current is IElement child && child != apart && !Unread.Contains(child.LocalName)
                && (withHidden || !IsHidden(child)))
                Enter(child, open, run, runs);
        }

        Settle(run, runs);
        return runs;
    }

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || (element.ClassName is { } names && Hidden().IsMatch(names));

    private static void Enter(IElement child, Stack<(IEnumerator<INode>, bool)> open, StringBuilder run, List<string> runs)
    {
        var parts = !Inline.Contains(child.LocalName) || IsBox(child);
        if (parts)
            Settle(run, runs);
        open.Push((((IEnumerable<INode>)child.ChildNodes).GetEnumerator(), parts));
    }

    // Of spans that touch, styles make boxes: "DAERAH" and the headline.
    private static bool IsBox(IElement child) => IsWords(child) && (IsWords(child.PreviousSibling) || IsWords(child.NextSibling));

    private static bool IsWords(INode? node) => node is IElement { LocalName: "span" or "time" or "small" } element
        && element.TextContent.Length is > 1 and < MaxBox && element.TextContent is var text
        && char.IsLetterOrDigit(text[0]) && char.IsLetterOrDigit(text[^1]);

    private static void Leave((IEnumerator<INode> Nodes, bool Parts) level, StringBuilder run, List<string> runs)
    {
        level.Nodes.Dispose();
        if (level.Parts)
            Settle(run, runs);
    }

    private static void Settle(StringBuilder run, List<string> runs)
    {
        var text = Spaces.Fold(run.ToString());
        run.Clear();
        if (text.Length > 0)
            runs.Add(text);
    }

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|a11y-hidden|off-?screen)(?:$|\s)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();
}
