namespace FeedHub.Syndication.Extracting.Pages;

/// <summary>A line of a page as a reader sees it: between two ends of blocks or forced breaks.</summary>
/// <param name="Text">The words, white space folded; never empty.</param>
/// <param name="Linked">How many of its characters are links' text.</param>
/// <param name="Block">The nearest element around it that is not inline.</param>
/// <param name="Parts">The texts that it is made of.</param>
internal sealed record PageLine(string Text, int Linked, PageNode Block, IReadOnlyList<PageNode> Parts)
{
    /// <summary>The share of the line that is links, from 0 to 1.</summary>
    public double LinkShare => (double)Linked / Text.Length;

    /// <summary>Its length in letters of scripts that have words: a Chinese character says as much as three.</summary>
    public int Weight { get; } = Text.Length + (2 * Text.Count(c => c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF'));

    /// <summary>True if it was taken out of the article.</summary>
    public bool IsDropped { get; set; }
}
