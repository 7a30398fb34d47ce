using System.Net;

namespace FeedHub.Syndication.Extracting.Pages;

/// <summary>Plain text as a page would have it.</summary>
internal static class ParagraphMarkup
{
    /// <summary>A paragraph for each line.</summary>
    public static string Of(string text) => string.Concat(
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>"));
}
