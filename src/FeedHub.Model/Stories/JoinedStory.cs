namespace FeedHub.Model.Stories;

/// <summary>That an admin joined a story into another. Copies of what led it belong to that other one from then on.</summary>
public sealed class JoinedStory
{
    /// <summary>The story that no longer exists.</summary>
    public long Id { get; set; }

    /// <summary>The story that has its items.</summary>
    public long StoryId { get; set; }

    /// <summary>The item that led it.</summary>
    public long LeadItemId { get; set; }
}
