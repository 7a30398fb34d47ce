namespace FeedHub.Syndication.Reading.Cleaning;

/// <summary>A text's lines, taken out of its markup once for all who read it.</summary>
/// <param name="Html">The text that they are of: another one has others.</param>
/// <param name="Lines">The lines.</param>
internal sealed record TextLines(string Html, IReadOnlyList<string> Lines)
{
    /// <summary>The item's fullest text; empty where it has none.</summary>
    public static string HtmlOf(ParsedItem item) => item.ContentHtml ?? item.SummaryHtml ?? "";

    /// <summary>The lines of an item's fullest text, as they were handed on with it, or taken out of it now.</summary>
    public static IReadOnlyList<string> Of(ParsedItem item)
    {
        var html = HtmlOf(item);
        return item.Lines is { } kept && ReferenceEquals(kept.Html, html) ? kept.Lines : Cleaning.Lines.Of(html);
    }
}
