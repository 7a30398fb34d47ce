using System.Net;
using AngleSharp.Dom;
using FeedHub.Syndication.Reading.Formats;
using Ganss.Xss;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>The allow-list behind <see cref="HtmlText.Sanitise"/>.</summary>
internal static class Sanitiser
{
    // Building and writing a DOM walks it recursively: what nests deeper is no text for people, and only its words are kept.
    private const int MaxDepth = 200;

    // The DOM finds neighbours by counting, which is quadratic in siblings.
    private const int MaxTags = 40_000;

    private static readonly string[] Tags =
    [
        "a", "abbr", "address", "article", "aside", "audio", "b", "bdi", "bdo", "big", "blockquote", "br", "caption", "center", "cite", "code", "col",
        "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "i", "iframe", "img", "ins", "kbd", "li", "main", "mark", "ol", "p", "picture", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section",
        "small", "source", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt",
        "u", "ul", "var", "video", "wbr",
    ];

    private static readonly string[] Attributes =
    [
        "abbr", "align", "allowfullscreen", "alt", "cite", "colspan", "controls", "datetime", "dir", "headers", "height", "href", "lang", "open", "poster", "rel", "reversed",
        "rowspan", "scope", "span", "src", "start", "title", "type", "value", "width",
    ];

    // What the elements not allowed hold is text, but for these.
    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "frame", "frameset", "noframes", "object", "embed", "applet", "template", "svg", "select", "textarea", "button",
        "title", "head", "noscript", "noembed", "xmp", "plaintext",
    };

    private static readonly HtmlSanitizer Shared = Build();

    public static string Clean(string html, Uri? baseUrl)
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0) return html;
        if (Nesting.Depth(html) > MaxDepth || html.AsSpan().Count('<') > MaxTags) return WebUtility.HtmlEncode(MarkupText.Of(html));
        return Shared.Sanitize(html, baseUrl?.AbsoluteUri ?? "");
    }

    private static HtmlSanitizer Build()
    {
        var sanitiser = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(Attributes, StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src", "cite", "poster" },
        });
        sanitiser.RemovingTag += (_, e) =>
        {
            if (Unread.Contains(e.Tag.TagName)) return;
            e.Cancel = true;
            Unwrap(e.Tag);
        };
        sanitiser.FilterUrl += (_, e) => e.SanitizedUrl = Allowed(e.Tag, e.SanitizedUrl);
        sanitiser.RemovingAttribute += (_, e) => LoadNow(e.Tag, e.Attribute);
        sanitiser.PostProcessDom += (_, e) => Embedded.Clean(e.Document);
        return sanitiser;
    }

    // A picture that scripts were to load; set past the sanitiser, so only an absolute address of the web.
    private static void LoadNow(IElement tag, IAttr attribute)
    {
        if (tag.LocalName != "img" || !ImageTags.Late.Contains(attribute.Name) || IsWeb(tag.GetAttribute("src"))) return;
        if (Addresses.Web(attribute.Value, null) is { } address) tag.SetAttribute("src", address);
    }

    private static bool IsWeb(string? url) => url?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true;

    private static void Unwrap(IElement element) => element.Replace([.. element.ChildNodes]);

    // A picture by mail or by a path that has no base is broken anyhow.
    private static string? Allowed(IElement tag, string? url)
    {
        if (url is null) return null;
        var isMail = url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
        return isMail && !tag.LocalName.Equals("a", StringComparison.OrdinalIgnoreCase) ? null : url;
    }
}
