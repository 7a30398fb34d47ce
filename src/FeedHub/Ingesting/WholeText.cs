using FeedHub.Model.Stories;
using FeedHub.Syndication.Reading;

namespace FeedHub.Ingesting;

/// <summary>Whether what a feed gives of an item is its whole text: long, and not ended by a sign that there is more.</summary>
internal static class WholeText
{
    // A summary is two or three sentences; the shortest article that stands alone is longer.
    private const int LeastCharacters = 1200;

    private static readonly string[] MoreSigns = ["...", "…", "[…]", "[...]", "(…)"];

    /// <summary>True if nothing is missing of it.</summary>
    public static bool Is(ItemReading reading, ParsedItem item) =>
        reading.TextLength >= LeastCharacters && !HasMore(HtmlText.ToPlainText(item.ContentHtml ?? item.SummaryHtml ?? ""));

    private static bool HasMore(string text) => MoreSigns.Any(sign => text.AsSpan().TrimEnd().EndsWith(sign, StringComparison.Ordinal));
}
