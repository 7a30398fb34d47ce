namespace FeedHub.Model.Stories;

/// <summary>A story that went with its source and was hidden, or had been: what it was known by is kept as
/// <see cref="RememberedKey"/>s.</summary>
public sealed class RememberedStory
{
    /// <summary>The number that the story had; no other has it.</summary>
    public long Id { get; set; }

    /// <summary>When it was hidden; null: it was shown again.</summary>
    public DateTimeOffset? HiddenAt { get; set; }

    /// <summary>Why, in the admin's words; null where nothing was said.</summary>
    public string? HiddenReason { get; set; }
}

/// <summary>A hash of an identity of an item of a remembered story, or of its text.</summary>
public sealed class RememberedKey
{
    public long Hash { get; set; }

    public long StoryId { get; set; }
}
