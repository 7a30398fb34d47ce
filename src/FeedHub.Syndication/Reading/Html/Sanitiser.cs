using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>The allow-list behind <see cref="HtmlText.Sanitise"/>.</summary>
internal static class Sanitiser
{
    // Writing a DOM walks it recursively: what nests deeper is not text for people, and only its words are kept.
    private const int MaxDepth = 200;

    // The DOM finds neighbours by counting, which is quadratic in siblings.
    private const int MaxTags = 40_000;

    // What keeps the parser's own work in bounds.
    private const int MaxOpen = 1_000;
    private const int MaxReopened = 400_000;

    private static readonly HashSet<string> Tags = new(
    [
        "a", "abbr", "address", "article", "aside", "audio", "b", "bdi", "bdo", "big", "blockquote", "br", "caption", "center",
        "cite", "code", "col",
        "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2",
        "h3", "h4", "h5", "h6",
        "header", "hr", "i", "iframe", "img", "ins", "kbd", "li", "main", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby",
        "s", "samp", "section",
        "small", "source", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th",
        "thead", "time", "tr", "tt",
        "u", "ul", "var", "video", "wbr",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Attributes =
    [
        "abbr", "align", "allowfullscreen", "alt", "cite", "colspan", "controls", "datetime", "dir", "headers", "height", "href", "lang",
        "open", "poster", "rel", "reversed",
        "rowspan", "scope", "span", "src", "start", "title", "type", "value", "width",
    ];

    // Tags that are not allowed are gone before: what comes to be one by parsing is gone with what it holds.
    private static readonly HtmlSanitizer Shared = Build();

    public static string Clean(string html, Uri? baseUrl)
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0)
            return html;
        var tidy = TidyHtml.Of(html, baseUrl, Tags);
        if (tidy.AsSpan().Count('<') > MaxTags || Nesting.IsExcessive(tidy, MaxOpen, MaxReopened))
            return Words(html);
        // As the sanitiser parses by itself; without scripts (the default) no element's text depends on who reads it.
        using var document = new HtmlParser().ParseDocument("<!doctype html><html><body>" + tidy);
        if (document.Body is not { } body || DomDepth.Exceeds(body, MaxDepth))
            return Words(html);
        Shared.SanitizeDom(document, body, baseUrl?.AbsoluteUri ?? "");
        return body.ChildNodes.ToHtml(Shared.OutputFormatter);
    }

    private static string Words(string html) => WebUtility.HtmlEncode(MarkupText.Of(html));

    private static HtmlSanitizer Build()
    {
        var sanitiser = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = Tags,
            AllowedAttributes = new HashSet<string>(Attributes, StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src", "cite", "poster" },
        });
        sanitiser.FilterUrl += (_, e) => e.SanitizedUrl = Allowed(e.Tag, e.SanitizedUrl);
        sanitiser.PostProcessDom += (_, e) => Embedded.Clean(e.Document);
        return sanitiser;
    }

    // A picture by mail or by a path that has no base is broken anyhow.
    private static string? Allowed(IElement tag, string? url)
    {
        if (url is null)
            return null;
        var isMail = url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
        return isMail && !tag.LocalName.Equals("a", StringComparison.OrdinalIgnoreCase) ? null : url;
    }
}
