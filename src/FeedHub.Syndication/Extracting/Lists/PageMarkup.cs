using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FeedHub.Syndication.Extracting.Pages;
using FeedHub.Syndication.Reading.Html;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>A page's bytes as a DOM of bounded size and depth.</summary>
internal static partial class PageMarkup
{
    // Lists have their newest first: of a page with more, the beginning is enough.
    private const int MaxTags = 60_000;

    // What bounds the parser's own work.
    private const int MaxOpen = 1_000;
    private const int MaxReopened = 4_000_000;

    /// <summary>The document; null where its tags nest too deep for a page of people.</summary>
    public static IDocument? Parse(ReadOnlyMemory<byte> body, string? contentType)
    {
        var html = Cut(Light(PageDecoder.Decode(body, contentType)));
        return Nesting.IsExcessive(html, MaxOpen, MaxReopened) ? null : new HtmlParser().ParseDocument(html);
    }

    // Programs and drawings are most of many pages, and no part of a list.
    private static string Light(string html) => Programs().Replace(html, "");

    private static string Cut(string html)
    {
        for (int at = -1, tags = 0; (at = html.IndexOf('<', at + 1)) >= 0;)
        {
            if (++tags > MaxTags)
                return html[..at];
        }

        return html;
    }

    [GeneratedRegex(
        @"<script\b[^>]*>[\s\S]*?</script\s*>|<style\b[^>]*>[\s\S]*?</style\s*>|<svg\b[^>]*>[\s\S]*?</svg\s*>|<!--[\s\S]*?-->",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Programs();
}
