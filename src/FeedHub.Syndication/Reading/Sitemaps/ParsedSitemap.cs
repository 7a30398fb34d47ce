namespace FeedHub.Syndication.Reading.Sitemaps;

/// <summary>What a sitemap is (sitemaps.org, "XML tag definitions").</summary>
public enum SitemapKind
{
    /// <summary>Neither: there is nothing to take from it.</summary>
    None,

    /// <summary>A list of pages.</summary>
    Pages,

    /// <summary>A list of further sitemaps.</summary>
    Index,
}

/// <summary>A moment as a document states it.</summary>
/// <param name="Instant">In UTC; of a day alone its first moment.</param>
/// <param name="IsDay">True where no time of day is stated.</param>
public readonly record struct StatedTime(DateTimeOffset Instant, bool IsDay);

/// <summary>One page or one further sitemap.</summary>
public sealed record SitemapEntry
{
    /// <summary>Absolute http or https address.</summary>
    public required string Url { get; init; }

    /// <summary>Headline as plain text, or null.</summary>
    public string? Title { get; init; }

    /// <summary>When it was published (<c>news:publication_date</c>), or null.</summary>
    public StatedTime? Published { get; init; }

    /// <summary>When it last changed (<c>lastmod</c>), or null.</summary>
    public StatedTime? Modified { get; init; }

    /// <summary>Its keywords in order, each once.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>BCP 47 tag, or null.</summary>
    public string? Language { get; init; }

    /// <summary>Absolute address of its first picture, or null.</summary>
    public string? Image { get; init; }

    /// <summary>True where the news extension speaks of it.</summary>
    public bool IsNews { get; init; }

    /// <summary>What it is sorted by: publication before the last change.</summary>
    internal DateTimeOffset? Date => (Published ?? Modified)?.Instant;
}

/// <summary>A sitemap as it was read.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Entries">In the document's order.</param>
public sealed record ParsedSitemap(SitemapKind Kind, IReadOnlyList<SitemapEntry> Entries)
{
    /// <summary>Name of the publication (<c>news:name</c>) as plain text, or null.</summary>
    public string? Publication { get; init; }

    /// <summary>True where the document ends before its root does, or goes on behind its bounds.</summary>
    public bool IsCut { get; init; }

    /// <summary>Entries that were read and left out, because there were more than <see cref="SitemapOptions.MaxEntries"/>.</summary>
    public int LeftOut { get; init; }

    /// <summary>What was taken from all times that end in <c>Z</c>, because these were local ones; zero where they mean UTC.</summary>
    public TimeSpan Shift { get; init; }
}
