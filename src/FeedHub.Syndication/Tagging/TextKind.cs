namespace FeedHub.Syndication.Tagging;

/// <summary>How much of an item there is to tell its categories from.</summary>
public enum TextKind
{
    /// <summary>A title alone, such as the words of an address.</summary>
    Words,

    /// <summary>A title with a summary.</summary>
    Summary,

    /// <summary>A title with more text than a model reads.</summary>
    Full,
}
