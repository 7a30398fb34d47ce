using FeedHub.Model.Articles;
using FeedHub.Model.Sources;
using FeedHub.Syndication;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;
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

    /// <summary>When it went out by its source: its story's place in feeds of that source; null: when its story did.</summary>
    public DateTimeOffset? ArrivedAt { get; set; }

    /// <summary>When its content last changed; first seen if never.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    public IReadOnlyList<string> PublisherCategories { get; set; } = [];

    public string? SummaryHtml { get; set; }

    /// <summary>Base of relative addresses in its markup, where that is not <see cref="Url"/>; or null.</summary>
    public string? BaseUrl { get; set; }

    public string? ContentHtml { get; set; }

    /// <summary>What it has from its page; null where no page was read.</summary>
    public ItemArticle? Article { get; set; }

    /// <summary>Who published it first, where its source took it over from another; or null.</summary>
    public Origin? Origin { get; set; }

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

    /// <summary>The drop rule that keeps it out of its story, by its name; null: it is in its story.</summary>
    public string? Dropped { get; set; }

    /// <summary>Hash over everything that was read of it: an equal hash is not a change.</summary>
    public long ContentHash { get; set; }

    /// <summary>Hash over what a reader reads of it: an equal hash is not news, even if something else changed; 0 where it was never
    /// computed.</summary>
    public long TextHash { get; set; }

    /// <summary>Characters of its text without markup and furniture.</summary>
    public int TextLength { get; set; }

    /// <summary>True where its address is on its source's own site: there it was written, not copied.</summary>
    public bool OwnSite { get; set; }

    /// <summary>Why it is in its story; null for the item that began it.</summary>
    public Reason? Why { get; set; }

    /// <summary>How surely it is the same article as its story's lead was, 0 to 1; null where that is certain or nothing was
    /// compared.</summary>
    public double? Score { get; set; }

    /// <summary>What the score is made of; empty where there is none.</summary>
    public IReadOnlyList<Signal> Signals { get; set; } = [];
}
