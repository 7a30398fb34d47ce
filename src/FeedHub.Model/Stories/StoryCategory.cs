namespace FeedHub.Model.Stories;

/// <summary>That a story has a category: the merged feed's index by category.</summary>
public sealed class StoryCategory
{
    public required string Slug { get; set; }

    public DateTimeOffset SortAt { get; set; }

    public long StoryId { get; set; }
}
