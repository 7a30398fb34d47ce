namespace FeedHub.Model.Coverage;

/// <summary>A story that changed and waits to be sorted into an event: a trigger notes it in the transaction of the change.</summary>
public sealed class WaitingStory
{
    /// <summary>Its ticket: later ones are greater.</summary>
    public long Id { get; set; }

    public long StoryId { get; set; }

    /// <summary>The event that it was of, or null.</summary>
    public long? EventId { get; set; }
}
