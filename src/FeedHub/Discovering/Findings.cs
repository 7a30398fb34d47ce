namespace FeedHub.Discovering;

/// <summary>What was found at an address.</summary>
/// <param name="Url">The address as understood.</param>
/// <param name="Error">Why nothing was found, in words; null if something was.</param>
/// <param name="Feeds">Feeds in the order in which the page names them; the address itself alone if it is a feed.</param>
public sealed record Findings(string Url, string? Error, IReadOnlyList<FoundFeed> Feeds)
{
    /// <summary>What was tried, in order, and what came of it.</summary>
    public IReadOnlyList<SearchStep> Steps { get; init; } = [];

    /// <summary>Whether the address is itself a feed.</summary>
    public bool IsFeed => Feeds is [{ Kind: FoundKind.Feed } only] && only.Url == Url;

    /// <summary>Whether the address is one of a source already.</summary>
    public bool IsSource => Feeds is [{ Source: not null } only] && only.Url == Url;

    /// <summary>The feeds that can be read or are sources already.</summary>
    public IEnumerable<FoundFeed> Usable => Feeds.Where(f => f.Error is null);
}
