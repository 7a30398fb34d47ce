namespace FeedHub.Model.Stories;

/// <summary>That a source has an item in a story: the merged feed's index by source.</summary>
public sealed class StorySource
{
    public long SourceId { get; set; }

    public DateTimeOffset SortAt { get; set; }

    public long StoryId { get; set; }
}
