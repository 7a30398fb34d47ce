using System.Text.Json.Serialization;
using FeedHub.Syndication.Extracting.Lists;

namespace FeedHub.Discovering;

/// <summary>What can be polled at an address.</summary>
public enum FoundKind
{
    /// <summary>A feed.</summary>
    Feed,

    /// <summary>A news sitemap, or an index of such.</summary>
    Sitemap,

    /// <summary>A page that lists articles.</summary>
    Page,
}

/// <summary>One feed, news sitemap or list page that was found.</summary>
public sealed record FoundFeed(string Url)
{
    /// <summary>What it is.</summary>
    [JsonIgnore]
    public FoundKind Kind { get; init; }

    /// <summary>How it was found.</summary>
    [JsonIgnore]
    public FoundBy By { get; init; }

    /// <summary><c>feed</c>, <c>sitemap</c> or <c>page</c>, as a source's <c>kind</c> is.</summary>
    [JsonPropertyName("kind")]
    public string KindName => Kind.ToString().ToLowerInvariant();

    /// <summary>The step that found it: address, link, body, rule, beside, root, robots, usual_name or page.</summary>
    public string Found => By.Name();

    /// <summary>Where and why, in words.</summary>
    public string? Why { get; init; }

    /// <summary>True if it may not be what was asked for: it is added only to who names its own address.</summary>
    public bool NeedsYes => Source is null && (By is FoundBy.Root || Kind != FoundKind.Feed);

    /// <summary>As the feed, else the page says; null if neither does.</summary>
    public string? Title { get; init; }

    /// <summary><c>rss</c>, <c>rdf</c>, <c>atom</c> or <c>json</c>; null if it is not a feed or was not read.</summary>
    public string? Format { get; init; }

    public string? Language { get; init; }

    /// <summary>Items in it.</summary>
    public int Items { get; init; }

    /// <summary>The newest of them.</summary>
    public IReadOnlyList<PreviewItem> Newest { get; init; } = [];

    /// <summary>Id of the source that polls it already, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Why it cannot be read, in words, or null.</summary>
    public string? Error { get; init; }

    /// <summary>Of a list page, the CSS selectors that FeedHub proposes, that were asked for, or that its source has.</summary>
    public ListSelectors? Selectors { get; init; }

    /// <summary>Of a list page, every group of headlines on it, those of the proposal first.</summary>
    public IReadOnlyList<FoundGroup> Groups { get; init; } = [];
}

/// <summary>Headlines of a list page that stand in elements of one kind.</summary>
/// <param name="Item">CSS of these elements.</param>
/// <param name="Items">How many there are.</param>
/// <param name="Chosen">True for a part of the proposal.</param>
/// <param name="Newest">The first of them.</param>
public sealed record FoundGroup(string Item, int Items, bool Chosen, IReadOnlyList<PreviewItem> Newest);

/// <summary>An item as the preview shows it.</summary>
public sealed record PreviewItem(string? Title, string? Url, DateTimeOffset? Published);
