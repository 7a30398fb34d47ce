using FeedHub.Fetching;

namespace FeedHub.Discovering;

/// <summary>An answer that came before its source was added.</summary>
/// <param name="At">When it was asked for.</param>
/// <param name="Fetched">What came, to an unconditional request.</param>
public sealed record Download(DateTimeOffset At, FetchResult Fetched);

/// <summary>What was found at an address.</summary>
/// <param name="Url">The address as given.</param>
/// <param name="Error">Why nothing was found, in words; null if something was.</param>
/// <param name="Feeds">Feeds in the order in which the page names them; the address itself alone if it is a feed.</param>
public sealed record Findings(string Url, string? Error, IReadOnlyList<FoundFeed> Feeds)
{
    /// <summary>Whether the address is itself a feed.</summary>
    public bool IsFeed => Feeds is [var only] && only.Url == Url;

    /// <summary>The feeds that can be read or are sources already.</summary>
    public IEnumerable<FoundFeed> Usable => Feeds.Where(f => f.Error is null);
}

/// <summary>One feed that was found.</summary>
public sealed record FoundFeed(string Url)
{
    /// <summary>As the feed, else the page says; null if neither does.</summary>
    public string? Title { get; init; }

    /// <summary><c>rss</c>, <c>rdf</c>, <c>atom</c> or <c>json</c>; null if it was not read.</summary>
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
}

/// <summary>An item as the preview shows it.</summary>
public sealed record PreviewItem(string? Title, string? Url, DateTimeOffset? Published);
