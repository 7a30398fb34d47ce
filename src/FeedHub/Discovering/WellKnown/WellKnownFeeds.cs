namespace FeedHub.Discovering.WellKnown;

/// <summary>A feed that a service has by a rule of its own.</summary>
/// <param name="Url">Where it is.</param>
/// <param name="What">What it is, in words: "the releases of a GitHub repository".</param>
public sealed record WellKnownFeed(string Url, string What)
{
    /// <summary>True if the address gives no feed but the service's own data, in which the feed is named.</summary>
    public bool IsLookup { get; init; }

    /// <summary>True if only the form of the address speaks for the service: any host may have it.</summary>
    public bool IsGuess { get; init; }
}

/// <summary>Feeds of well-known services by the addresses of their pages: pure decisions.</summary>
public static class WellKnownFeeds
{
    private static readonly IReadOnlyList<Func<SitePage, IEnumerable<WellKnownFeed>>> Rules =
    [
        VideoRules.Of, RedditRules.Of, SocialRules.Of, CodeRules.Of, BlogRules.Of, NewsRules.Of, PodcastRules.Of,
    ];

    /// <summary>The feeds of the page, the likeliest first; none where no rule knows it.</summary>
    /// <param name="address">The page's address.</param>
    /// <param name="html">What the page has, where it could be read; else null.</param>
    public static IReadOnlyList<WellKnownFeed> Of(Uri address, string? html)
    {
        var page = new SitePage(address, html);
        return [.. Rules.SelectMany(rule => rule(page)).DistinctBy(feed => feed.Url)];
    }
}
