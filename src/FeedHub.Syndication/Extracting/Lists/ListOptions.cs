namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>What is known about a list page besides its bytes.</summary>
public sealed record ListOptions
{
    /// <summary>Address that the page came from, after redirects.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The <c>Content-Type</c> header as received, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>Zone for times that carry none. Default UTC.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>When the page was fetched: what "2 hours ago" and "yesterday" are counted from.</summary>
    public required DateTimeOffset Now { get; init; }
}
