namespace FeedHub.Syndication.Reading.Markup;

internal enum MarkupTokenKind
{
    Text,
    Start,
    End,
}

/// <summary>One piece of a document: a tag with its name and attributes, or a text with its references resolved.</summary>
internal readonly record struct MarkupToken(
    MarkupTokenKind Kind, string Name, string Text, IReadOnlyList<KeyValuePair<string, string>> Attributes, bool IsEmpty)
{
    /// <summary>True for a start tag that the next tag begins inside: it was never closed with a &gt;.</summary>
    public bool IsCut { get; init; }

    public static MarkupToken OfText(string text) => new(MarkupTokenKind.Text, "", text, [], false);

    public static MarkupToken OfStart(string name, List<KeyValuePair<string, string>> attributes, bool isEmpty) =>
        new(MarkupTokenKind.Start, name, "", attributes, isEmpty);

    public static MarkupToken OfEnd(string name) => new(MarkupTokenKind.End, name, "", [], false);
}
