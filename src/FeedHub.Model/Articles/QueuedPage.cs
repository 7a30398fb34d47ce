using FeedHub.Syndication.Reasons;

namespace FeedHub.Model.Articles;

/// <summary>A page that is to be read for an item, or could not be read. One that was read leaves the queue.</summary>
public sealed class QueuedPage
{
    public long Id { get; set; }

    public long SourceId { get; set; }

    /// <summary>Hash of the item's strongest key: one row an item.</summary>
    public long ItemKey { get; set; }

    /// <summary>Where the page is.</summary>
    public required string Url { get; set; }

    /// <summary>Its host as <see cref="Sources.SourceUrl.HostOf(string)"/> names it: one job a host.</summary>
    public required string Host { get; set; }

    /// <summary>The item as its feed gave it, as JSON.</summary>
    public required string Item { get; set; }

    /// <summary>Hash over everything that its feed says of it.</summary>
    public long ContentHash { get; set; }

    /// <summary>The earlier of published and found: the newest page is read first.</summary>
    public DateTimeOffset SortAt { get; set; }

    /// <summary>When its feed brought it.</summary>
    public DateTimeOffset FoundAt { get; set; }

    /// <summary>Until when the item waits for its text before it goes out without; null: it is out.</summary>
    public DateTimeOffset? WaitsUntil { get; set; }

    /// <summary>When the page is asked for; null: it was refused, and is asked for again only when a person wishes.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>How often it was asked for.</summary>
    public int Tries { get; set; }

    /// <summary>Why it was not read when it was asked for last; null where it never was.</summary>
    public Reason? Error { get; set; }
}
