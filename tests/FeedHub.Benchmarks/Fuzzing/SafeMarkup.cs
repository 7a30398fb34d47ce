using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FeedHub.Syndication.Reading;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>What is sanitised is safe with any parser, and stays as it is when sanitised again.</summary>
internal static partial class SafeMarkup
{
    private const int MostParsed = 200_000;

    private static readonly HashSet<string> Forbidden =
        ["script", "style", "object", "embed", "svg", "math", "noscript", "form", "input", "button", "base", "link", "meta", "template",
            "textarea", "title", "xmp", "plaintext", "noembed", "noframes", "frame", "frameset", "applet"];

    private static readonly string[] Addresses = ["href", "src", "poster", "cite", "action", "data", "background", "srcset"];

    public static IEnumerable<Finding> Broken(string? html)
    {
        if (html is null || html.Length > MostParsed || !html.Contains('<', StringComparison.Ordinal))
            yield break;
        foreach (var isScripting in new[] { true, false })
        {
            foreach (var wrapper in new[] { "<div>{0}</div>", "<table><tr><td>{0}" })
            {
                foreach (var finding in In(new HtmlParser(new HtmlParserOptions { IsScripting = isScripting }).ParseDocument(
                    "<body>" + wrapper.Replace("{0}", html, StringComparison.Ordinal)).Body!))
                    yield return finding;
            }
        }

        if (HtmlText.Sanitise(html, null) is var again && again != html)
            yield return new("sanitising again changes it", $"{html} BECOMES {again}");
    }

    private static IEnumerable<Finding> In(IElement body)
    {
        foreach (var element in body.QuerySelectorAll("*"))
        {
            if (Forbidden.Contains(element.LocalName))
                yield return new($"unsafe element {element.LocalName}", element.OuterHtml);
            foreach (var attribute in element.Attributes.Where(a => IsUnsafe(a.Name, a.Value)))
                yield return new($"unsafe attribute {attribute.Name} of {element.LocalName}", attribute.Value);
        }
    }

    private static bool IsUnsafe(string name, string value) =>
        name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || name is "srcdoc" or "style" or "formaction"
        || (Addresses.Contains(name) && SchemePattern().IsMatch(value)
            && !new[] { "http://", "https://", "mailto:" }.Any(scheme => value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)));

    // Browsers pass over white space and controls. What has no scheme is a path without a base: broken, not unsafe.
    [GeneratedRegex(@"^[\s\p{C}]*[A-Za-z][A-Za-z0-9+.\s\p{C}-]*:")]
    private static partial Regex SchemePattern();
}
