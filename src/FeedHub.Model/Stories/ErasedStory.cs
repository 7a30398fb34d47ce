namespace FeedHub.Model.Stories;

/// <summary>That a story was erased: its address answers so for ever. Nothing of what it told is kept.</summary>
public sealed class ErasedStory
{
    /// <summary>The number that the story had; no other has it.</summary>
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>The tombstone of an erased item: a hash of an identity of it, or of its text. What has it never comes in again.</summary>
public sealed class ErasedKey
{
    public long Hash { get; set; }
}
