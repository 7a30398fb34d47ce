using FeedHub.Syndication.Reading.Html;

namespace FeedHub.Syndication.Reading;

/// <summary>Markup made safe to republish, and markup made plain text.</summary>
public static class HtmlText
{
    /// <summary>Allow-list sanitising; relative addresses are made absolute against <paramref name="baseUrl"/>.</summary>
    public static string Sanitise(string html, Uri? baseUrl) => Sanitiser.Clean(html, baseUrl);

    /// <summary>Plain text of a fragment: tags gone, entities resolved, white space folded, block ends as a space.</summary>
    public static string ToPlainText(string html) => MarkupText.Of(html);

    /// <summary>The text cut at the end of a sentence, else of a word, at no more than <paramref name="maxLength"/> UTF-16 units.</summary>
    public static string Shorten(string plainText, int maxLength) => Shortener.Cut(plainText, maxLength);
}
