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

    public List<Item> Items { get; set; } = [];
}
