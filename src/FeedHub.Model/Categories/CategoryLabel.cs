namespace FeedHub.Model.Categories;

/// <summary>
/// A person's word on what a text is about. It keeps the text itself: items are purged one day, what was learnt from them should not be.
/// </summary>
public sealed class CategoryLabel
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Public id of the source whose item was corrected.</summary>
    public required string Source { get; set; }

    public string? Title { get; set; }

    /// <summary>Plain text.</summary>
    public string Text { get; set; } = "";

    public string? Language { get; set; }

    /// <summary>The primary one first; empty: none of the categories there are.</summary>
    public IReadOnlyList<string> Slugs { get; set; } = [];
}
