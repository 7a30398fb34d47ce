using FeedHub.Model.Coverage;

namespace FeedHub.Model.Stories;

/// <summary>The items judged to be the same article: one entry of the merged feed.</summary>
public sealed class Story
{
    public long Id { get; set; }

    /// <summary>Id of the entry in every output: an absolute URI, unique, for ever.</summary>
    public required string EntryId { get; set; }

    /// <summary>The item that the entry shows.</summary>
    public long LeadItemId { get; set; }

    /// <summary>Its arrival, which is its place in the merged feed: never changes (docs/notes/arrival.md).</summary>
    public DateTimeOffset SortAt { get; set; }

    /// <summary>When it was published, or first seen where nobody says so: never changes.</summary>
    public DateTimeOffset PublishedAt { get; set; }

    public DateTimeOffset FirstSeenAt { get; set; }

    /// <summary>When the lead's own text last changed: the entry's <c>updated</c>.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When anything of the entry last changed, a copy that joined included.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Number of that change: rises over all stories in the order of commits, which times do not.</summary>
    public long ChangeNumber { get; set; }

    public string? Language { get; set; }

    /// <summary>When an admin hid it from readers; null: it is shown.</summary>
    public DateTimeOffset? HiddenAt { get; set; }

    /// <summary>Why it is hidden, in the admin's words; null where nothing was said.</summary>
    public string? HiddenReason { get; set; }

    /// <summary>True where drop rules hold all of its items back: readers do not see it.</summary>
    public bool IsDropped { get; set; }

    /// <summary>The event that it tells of, which may have no other story that readers see; null: none is known.</summary>
    public long? EventId { get; set; }

    /// <summary>How surely it tells of that event, 0 to 1; null where an admin said so, or nobody did.</summary>
    public double? EventScore { get; set; }

    /// <summary>True where an admin put it into its event, false where one took it out of all; null: it goes by its words.</summary>
    public bool? EventByAdmin { get; set; }

    /// <summary>What else there is of its event, where that was looked up and there is anything; else null.</summary>
    public StoryCoverage? Coverage { get; set; }

    public List<Item> Items { get; set; } = [];
}
