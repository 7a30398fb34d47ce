namespace FeedHub.Syndication.Reading.Sitemaps;

/// <summary>What is known about a sitemap besides its bytes, and its bounds.</summary>
public sealed record SitemapOptions
{
    /// <summary>Address that the document came from, after redirects: the base of relative addresses.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>The <c>Content-Type</c> header as received, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>Zone for times that carry none, and of those whose <c>Z</c> proves wrong; null where it is not known.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>The present, against which times are held.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Most bytes after decompression. Default 50 MiB, the most that sitemaps.org allows.</summary>
    public long MaxBytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>Most entries that are kept, the newest ones. Default 50,000, the most that sitemaps.org allows.</summary>
    public int MaxEntries { get; init; } = 50_000;
}
