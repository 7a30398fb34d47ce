namespace FeedHub.Syndication.Tagging;

/// <summary>From which certainty on a guess is given, where an operator says nothing else; measured in docs/training.md.</summary>
public static class GivenFrom
{
    // Nine of ten have to be right, and seven of ten texts have a guess. English words alone, such as those of an address, tell less.
    private const double IndonesianText = 0.83;
    private const double EnglishText = 0.80;
    private const double IndonesianWords = 0.84;
    private const double EnglishWords = 0.83;

    /// <summary>The least certainty of a second topic: of such pairs in general news both were right in .86 (14 of 90 items).</summary>
    internal const double Second = 0.82;

    /// <summary>The least certainty, from 0 to 1, for a text of this kind in Indonesian or English.</summary>
    public static double For(bool isIndonesian, TextKind kind) => (isIndonesian, kind) switch
    {
        (true, TextKind.Words) => IndonesianWords,
        (false, TextKind.Words) => EnglishWords,
        (true, _) => IndonesianText,
        _ => EnglishText,
    };

    /// <summary>The kind of a text that stands with a title.</summary>
    internal static TextKind KindOf(string text) =>
        text.Length > TextFeatures.MaxText ? TextKind.Full : string.IsNullOrWhiteSpace(text) ? TextKind.Words : TextKind.Summary;
}
