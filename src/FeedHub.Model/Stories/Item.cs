using FeedHub.Model.Sources;
using FeedHub.Syndication;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Model.Stories;

/// <summary>One entry as read from one source. Markup is stored as it came and sanitised when it is shown.</summary>
public sealed class Item
{
    public long Id { get; set; }

    public long SourceId { get; set; }

    public Source Source { get; set; } = null!;

    public long StoryId { get; set; }

    public Story Story { get; set; } = null!;

    /// <summary>Id as published (<see cref="Bounds.Id"/>), or null.</summary>
    public string? Guid { get; set; }

    public string? Url { get; set; }

    /// <summary>Form of <see cref="Url"/> that items of other sources are compared by.</summary>
    public string? CanonicalUrl { get; set; }

    public string? Title { get; set; }

    public IReadOnlyList<string> Authors { get; set; } = [];

    /// <summary>As published, else when it was updated, else as its text says; null where nothing does.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>True where the source gives no date of publication that could be read.</summary>
    public bool DateGuessed { get; set; }

    /// <summary>As published; null where the source does not say.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>When FeedHub first read it.</summary>
    public DateTimeOffset FirstSeenAt { get; set; }

    /// <summary>The earlier of published and first seen.</summary>
    public DateTimeOffset SortAt { get; set; }

    /// <summary>When its content last changed; first seen if never.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    public IReadOnlyList<string> PublisherCategories { get; set; } = [];

    public string? SummaryHtml { get; set; }

    /// <summary>Base of relative addresses in its markup, where that is not <see cref="Url"/>; or null.</summary>
    public string? BaseUrl { get; set; }

    public string? ContentHtml { get; set; }

    public string? Image { get; set; }

    /// <summary>In pixels as declared, or null.</summary>
    public int? ImageWidth { get; set; }

    /// <summary>In pixels as declared, or null.</summary>
    public int? ImageHeight { get; set; }

    public IReadOnlyList<Enclosure> Enclosures { get; set; } = [];

    public string? Language { get; set; }

    /// <summary>FeedHub's categories with their reasons, primary first.</summary>
    public IReadOnlyList<Tag> Tags { get; set; } = [];

    /// <summary>The <see cref="Categories.CategoryLabel"/> of the person who set its categories; null where FeedHub found them.</summary>
    public long? CategoryLabelId { get; set; }

    /// <summary>Hash over everything that was read of it: an equal hash is no change.</summary>
    public long ContentHash { get; set; }

    /// <summary>Hash over what a reader reads of it: an equal hash is no news, whatever else changed; 0 where it was never taken.</summary>
    public long TextHash { get; set; }

    /// <summary>Characters of its text without markup and furniture.</summary>
    public int TextLength { get; set; }

    /// <summary>True where its address is on its source's own site: there it was written, not copied.</summary>
    public bool OwnSite { get; set; }

    /// <summary>Why it is in its story, in words; null for the item that began it.</summary>
    public string? Why { get; set; }

    /// <summary>How surely it is the same article as its story's lead was, 0 to 1; null where that is certain or nothing was compared.</summary>
    public double? Score { get; set; }

    /// <summary>What the score is made of; empty where there is none.</summary>
    public IReadOnlyList<Signal> Signals { get; set; } = [];
}

/// <summary>The items judged to be the same article: one entry of the merged feed.</summary>
public sealed class Story
{
    public long Id { get; set; }

    /// <summary>Id of the entry in every output: an absolute URI, unique, for ever.</summary>
    public required string EntryId { get; set; }

    /// <summary>The item that the entry shows.</summary>
    public long LeadItemId { get; set; }

    /// <summary>Its place in the merged feed: never changes.</summary>
    public DateTimeOffset SortAt { get; set; }

    public DateTimeOffset FirstSeenAt { get; set; }

    /// <summary>When the lead's own text last changed: the entry's <c>updated</c>.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When anything of the entry last changed, a copy that joined included.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    public string? Language { get; set; }

    public List<Item> Items { get; set; } = [];
}

/// <summary>A key that an item is recognised by within its source. A key whose item was purged is its tombstone.</summary>
public sealed class StoredItemKey
{
    public long SourceId { get; set; }

    public long Hash { get; set; }

    /// <summary>Null: the item was purged, and must not come back as new.</summary>
    public long? ItemId { get; set; }
}

/// <summary>A canonical address that a story is recognised by across sources.</summary>
public sealed class StoryKey
{
    public long Hash { get; set; }

    public long StoryId { get; set; }
}

/// <summary>That a story has a category: the merged feed's index by category.</summary>
public sealed class StoryCategory
{
    public required string Slug { get; set; }

    public DateTimeOffset SortAt { get; set; }

    public long StoryId { get; set; }
}

/// <summary>That a source has an item in a story: the merged feed's index by source.</summary>
public sealed class StorySource
{
    public long SourceId { get; set; }

    public DateTimeOffset SortAt { get; set; }

    public long StoryId { get; set; }
}
