namespace FeedHub.Syndication.Reading.Markup;

internal enum TokenKind
{
    Text,
    Start,
    End,
}

/// <summary>One piece of a document: a tag with its name and attributes, or a text with its references resolved.</summary>
internal readonly record struct Token(
    TokenKind Kind, string Name, string Text, IReadOnlyList<KeyValuePair<string, string>> Attributes, bool IsEmpty)
{
    /// <summary>True for a start tag that the next tag begins inside: it was never closed with a &gt;.</summary>
    public bool IsCut { get; init; }

    public static Token OfText(string text) => new(TokenKind.Text, "", text, [], false);

    public static Token OfEnd(string name) => new(TokenKind.End, name, "", [], false);
}
