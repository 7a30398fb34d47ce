using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Writing;

/// <summary>A page of the merged feed, ready to be written in any format. Equal values give equal bytes.</summary>
public sealed record MergedFeed
{
    /// <summary>Title of this very selection.</summary>
    public required string Title { get; init; }

    /// <summary>Plain text.</summary>
    public string Description { get; init; } = "";

    /// <summary>Absolute base of FeedHub's own addresses, without a trailing slash.</summary>
    public required string BaseUrl { get; init; }

    /// <summary>What the paths of the selection's feeds have before the ending of a format.</summary>
    public string FeedPath { get; init; } = "/feed";

    /// <summary>Path and query of the page for people, such as <c>/?category=sport</c>.</summary>
    public required string PagePath { get; init; }

    /// <summary>Query that this selection has in every format, with its <c>?</c>; empty for none.</summary>
    public string Query { get; init; } = "";

    /// <summary>Query of the next (older) page (RFC 5005), with its <c>?</c>, or null on the last.</summary>
    public string? NextQuery { get; init; }

    /// <summary>Absolute address of the WebSub hub that tells of changes, or null where there is none.</summary>
    public string? HubUrl { get; init; }

    /// <summary>When the selection last changed in a significant way; the Unix epoch while there is no entry.</summary>
    public DateTimeOffset Updated { get; init; }

    /// <summary>The entries' dates are their arrivals: exact to the millisecond, and those who remember the newest go by them.</summary>
    public bool IsDatedByArrival { get; init; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<MergedEntry> Entries { get; init; } = [];
}

/// <summary>One story as the merged feed shows it. All markup is sanitised.</summary>
public sealed record MergedEntry
{
    /// <summary>An absolute URI, the same in every format, for ever.</summary>
    public required string Id { get; init; }

    /// <summary>FeedHub's page of the story, absolute.</summary>
    public required string StoryUrl { get; init; }

    /// <summary>Plain text; never empty.</summary>
    public required string Title { get; init; }

    /// <summary>Absolute address of the article, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Publication (the publisher's, or first sight).</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>Last change of the story's own text.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>When FeedHub first saw it.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>Its place among arrivals: when it was found, or its date where it was found with its source or long after.</summary>
    public DateTimeOffset Arrived { get; init; }

    /// <summary>Names.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Plain text, short; null if none.</summary>
    public string? Summary { get; init; }

    /// <summary>Sanitised; null if none or not republished.</summary>
    public string? ContentHtml { get; init; }

    /// <summary>The picture, or null.</summary>
    public Picture? Image { get; init; }

    /// <summary>Enclosures of the lead.</summary>
    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];

    /// <summary>BCP 47, or null.</summary>
    public string? Language { get; init; }

    /// <summary>FeedHub's categories, primary first.</summary>
    public IReadOnlyList<EntryCategory> Categories { get; init; } = [];

    /// <summary>The publisher's own words.</summary>
    public IReadOnlyList<string> PublisherCategories { get; init; } = [];

    /// <summary>The source of the story's lead.</summary>
    public required EntrySource Source { get; init; }

    /// <summary>Who published it first, where its source took it over from another; or null.</summary>
    public Origin? Origin { get; init; }

    /// <summary>What else there is of the event that the story tells of; null where there is nothing.</summary>
    public EntryCoverage? Coverage { get; init; }

    /// <summary>The story's other items.</summary>
    public IReadOnlyList<AlsoIn> Also { get; init; } = [];
}

/// <summary>What there is of an entry's event.</summary>
/// <param name="Id">The event's.</param>
/// <param name="Url">FeedHub's page of the event, absolute.</param>
/// <param name="Stories">Stories of the event, the entry's included.</param>
/// <param name="Sources">Sources that have these.</param>
public sealed record EntryCoverage(string Id, string Url, int Stories, int Sources)
{
    /// <summary>Its other stories, where the entry is of the event as a whole; else empty.</summary>
    public IReadOnlyList<EntryReport> Others { get; init; } = [];
}

/// <summary>Another story of the event.</summary>
/// <param name="Title">Its headline, plain text.</param>
/// <param name="Url">Absolute address of the article.</param>
/// <param name="Source">Title of its source.</param>
public sealed record EntryReport(string Title, string Url, string Source);

/// <summary>A category of an entry.</summary>
public sealed record EntryCategory(string Slug, string? Code, string Label, double Confidence, Reason Why);

/// <summary>The source an entry or item came from.</summary>
public sealed record EntrySource(string Id, string Title, string FeedUrl, string? Link)
{
    /// <summary>Plain text, or null.</summary>
    public string? Rights { get; init; }

    /// <summary>Absolute address of its small picture, or null.</summary>
    public string? Icon { get; init; }
}

/// <summary>Another item of the same story.</summary>
/// <param name="Id">Its id as published, or null.</param>
/// <param name="Url">Its address, or null.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Why">Why it is in this story, in words.</param>
public sealed record AlsoIn(string? Id, string? Url, string Title, EntrySource Source, Reason Why);
