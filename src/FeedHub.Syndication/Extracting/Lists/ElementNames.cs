using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>What elements of one kind have in common, as CSS.</summary>
internal static partial class ElementNames
{
    private const int MostClasses = 3;

    private const string TestId = "data-testid";

    /// <summary>The kind of one element: its tag with the names that its maker gave it.</summary>
    public static string Of(IElement element) => Css([element]);

    /// <summary>An element and all around it, up to the body.</summary>
    public static IEnumerable<IElement> Chain(IElement item)
    {
        for (var element = item; element is { LocalName: not ("body" or "html") }; element = element.ParentElement)
            yield return element;
    }

    /// <summary>The words by which an element is called.</summary>
    public static string Words(IElement element) =>
        $"{element.ClassName} {element.GetAttribute(TestId)} {element.GetAttribute("itemprop")}";

    /// <summary>The CSS of what all elements share: the tag, an attribute for tests, classes.</summary>
    public static string Css(IReadOnlyList<IElement> elements)
    {
        var first = elements[0];
        var tag = elements.All(e => e.LocalName == first.LocalName) ? first.LocalName : "*";
        var test = first.GetAttribute(TestId) is { } id && Plain().IsMatch(id) && elements.All(e => e.GetAttribute(TestId) == id)
            ? $"[{TestId}=\"{id}\"]"
            : "";
        var classes = first.ClassList.Where(name => IsStable(name) && elements.All(e => e.ClassList.Contains(name))).Take(MostClasses);
        return tag + test + string.Concat(classes.Select(name => "." + name));
    }

    // Names that a program makes again with each build, and states.
    private static bool IsStable(string name) => Plain().IsMatch(name) && !Made().IsMatch(name) && !State().IsMatch(name);

    [GeneratedRegex(@"^[A-Za-z][\w-]{1,60}$")]
    private static partial Regex Plain();

    [GeneratedRegex(
        @"^(?:sc|css|jsx|svelte|emotion)-|[0-9a-f]{6,}|\d{3,}|__[\w-]{5}$"
        + @"|^(?=[a-zA-Z]{5,7}$)(?=.*[a-z])(?=.+[A-Z])(?!.*[a-z]{4})")]
    private static partial Regex Made();

    [GeneratedRegex(
        @"^(?:active|current|first|last|odd|even|middle|hidden|show|open|lazy\w*|loaded|selected|swiper-slide-\w+"
        + @"|post-\d+|item-\d+|is-\w+)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex State();
}
