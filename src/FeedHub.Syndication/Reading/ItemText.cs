using FeedHub.Syndication.Reading.Cleaning;

namespace FeedHub.Syndication.Reading;

/// <summary>
/// What an item's text is once the publisher's furniture is taken out of it, and what that furniture told. Here things are
/// recognised, not declared: use <see cref="Authors"/>, <see cref="Published"/> and <see cref="Language"/> only where the item has none.
/// </summary>
public sealed record ItemText
{
    /// <summary>Plain text of the fullest text, paragraphs joined by a space: what matching, tagging, search and summaries go by.</summary>
    public required string Text { get; init; }

    /// <summary>Names from byline lines ("Reporter : Tedy"); editors only where there is no reporter, the agency where there is
    /// neither.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Place, paper or agency before the first sentence ("Jakarta (ANTARA)"), or null.</summary>
    public string? Dateline { get; init; }

    /// <summary>The date in a line of its own at the head of the text, or null.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>The text's language as a BCP 47 tag, or null where it cannot be told.</summary>
    public string? Language { get; init; }

    /// <summary>Reads an item's text.</summary>
    /// <param name="item">The item as read.</param>
    /// <param name="zone">Zone of a date that carries none.</param>
    /// <param name="now">The present, for two-digit years.</param>
    public static ItemText Of(ParsedItem item, TimeZoneInfo zone, DateTimeOffset now) => new TextCleaner(item, zone, now).Read();

    /// <summary>The text alone, where nothing else is asked for.</summary>
    /// <param name="item">The item as read.</param>
    /// <param name="zone">Zone of a date that carries none.</param>
    /// <param name="now">The present, for two-digit years.</param>
    public static string TextOf(ParsedItem item, TimeZoneInfo zone, DateTimeOffset now) => new TextCleaner(item, zone, now).ReadText();
}
