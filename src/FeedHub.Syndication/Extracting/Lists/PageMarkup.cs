using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reading.Decoding;
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
        var html = Cut(Light(Decode(body.Span, contentType)));
        return Nesting.IsExcessive(html, MaxOpen, MaxReopened) ? null : new HtmlParser().ParseDocument(html);
    }

    private static string Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var declared = contentType?.Contains("charset", StringComparison.OrdinalIgnoreCase) == true
            ? contentType
            : "text/html; charset=" + MetaCharset().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 8192)])).Groups[1].Value;
        return DocumentDecoder.Decode(bytes, declared, new Repairs());
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

    [GeneratedRegex(@"<meta[^>]*?charset\s*=\s*[""']?\s*([\w.:-]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex MetaCharset();

    [GeneratedRegex(
        @"<script\b[^>]*>[\s\S]*?</script\s*>|<style\b[^>]*>[\s\S]*?</style\s*>|<svg\b[^>]*>[\s\S]*?</svg\s*>|<!--[\s\S]*?-->",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Programs();
}
