namespace FeedHub.Model.Stories;

/// <summary>That an admin split a story off from another: what fits both belongs to the one split off.</summary>
public sealed class StoryApart
{
    /// <summary>The story split off.</summary>
    public long StoryId { get; set; }

    /// <summary>The story that it was part of.</summary>
    public long FromId { get; set; }
}
