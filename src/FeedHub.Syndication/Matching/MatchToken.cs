namespace FeedHub.Syndication.Matching;

/// <summary>A word or number as it stands in a text, before other spellings of it are made one.</summary>
/// <param name="Hash">Of the word in lower case, or of the number's digits.</param>
/// <param name="Value">A number's value where it has four digits at most and nothing between them, else 0.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Marks">What stands around it.</param>
internal readonly record struct MatchToken(uint Hash, ushort Value, TokenKind Kind, TokenMarks Marks)
{
    public bool IsDay => Kind == TokenKind.Number && Value is >= 1 and <= 31;

    public bool IsMonth => Kind == TokenKind.Number && Value is >= 1 and <= 12;

    public bool IsYear => Kind == TokenKind.Number && Value is >= 1900 and <= 2100;

    public bool Is(TokenMarks mark) => (Marks & mark) != 0;
}

/// <summary>What a <see cref="MatchToken"/> is.</summary>
internal enum TokenKind : byte
{
    None,
    Word,
    Number,
}

/// <summary>What stands around a <see cref="MatchToken"/>.</summary>
[Flags]
internal enum TokenMarks : byte
{
    None = 0,

    /// <summary>It begins with a capital letter, and not because a sentence does.</summary>
    Name = 1,

    /// <summary>It begins with a capital letter.</summary>
    Capital = 2,

    /// <summary>Nothing but a slash parts it from the one before.</summary>
    Slash = 4,

    /// <summary>Nothing but a hyphen parts it from the one before.</summary>
    Hyphen = 8,

    /// <summary>A dash with a space beside it stands before it.</summary>
    Dash = 16,

    /// <summary>A bracket opens before it.</summary>
    Bracket = 32,
}
