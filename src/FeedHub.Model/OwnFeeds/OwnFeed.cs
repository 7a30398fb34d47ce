namespace FeedHub.Model.OwnFeeds;

/// <summary>A feed of the operator's own: a choice of stories with an address and a name.</summary>
public sealed record OwnFeed
{
    /// <summary>Most feeds there may be.</summary>
    public const int Most = 200;

    /// <summary>Most characters of a slug.</summary>
    public const int LongestSlug = 60;

    /// <summary>Most characters of a filter.</summary>
    public const int LongestFilter = 2000;

    /// <summary>What its addresses have after <c>/feeds/</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>Its title; null: the hub's, with what it chooses.</summary>
    public string? Title { get; init; }

    /// <summary>What it is about; null: nothing is said.</summary>
    public string? Description { get; init; }

    /// <summary>Which stories, as the query of an address without its <c>?</c>; null: all.</summary>
    public string? Filter { get; init; }

    /// <summary>Value of <c>order</c>; null: by arrival.</summary>
    public string? Order { get; init; }

    /// <summary>Stories on its first page; null: as the merged feed.</summary>
    public int? Limit { get; init; }

    /// <summary>Its place in lists, from 0.</summary>
    public int Place { get; init; }

    /// <summary>When any of this last changed.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Its page, and what the addresses of its formats begin with.</summary>
    public string Path => $"/feeds/{Slug}";
}
