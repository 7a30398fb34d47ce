namespace FeedHub.Model.Stories;

/// <summary>The entry that an item of a deleted source had, kept as long as the source can be brought back.</summary>
public sealed class LeftEntry
{
    /// <summary>Of a key of the item within its source.</summary>
    public long Hash { get; set; }

    /// <summary>Id of the entry: it has it again when the item comes again.</summary>
    public required string EntryId { get; set; }

    /// <summary>Its place in the merged feed.</summary>
    public DateTimeOffset SortAt { get; set; }

    /// <summary>When the source was deleted.</summary>
    public DateTimeOffset LeftAt { get; set; }
}
