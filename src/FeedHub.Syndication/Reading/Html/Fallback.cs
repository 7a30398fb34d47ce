using System.Net;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>
/// What stands in <c>noscript</c> as escaped HTML: a browser with scripts takes it for a text, and programs that copy a page out of such a
/// browser write it so.
/// </summary>
internal static partial class Fallback
{
    /// <summary>The text with such fallbacks as the HTML that they are.</summary>
    public static string Opened(string html) =>
        html.Contains("<noscript", StringComparison.OrdinalIgnoreCase) ? Escaped().Replace(html, Open) : html;

    private static string Open(Match noscript) => WebUtility.HtmlDecode(noscript.Groups[2].Value) is var inside && EscapedMarkup.Is(inside)
        ? noscript.Groups[1].Value + inside
        : noscript.Value;

    [GeneratedRegex("(<noscript[^<>]*>)([^<]*&lt;[^<]*)(?=</noscript)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
