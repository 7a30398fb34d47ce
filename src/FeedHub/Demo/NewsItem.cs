namespace FeedHub.Demo;

/// <summary>One item of an edition, ready to be written in any format.</summary>
internal sealed record NewsItem
{
    /// <summary>The publisher's id, an absolute address.</summary>
    public required string Id { get; init; }

    /// <summary>Address of the item's page.</summary>
    public required string Url { get; init; }

    /// <summary>Headline as plain text.</summary>
    public required string Title { get; init; }

    /// <summary>First paragraph as plain text.</summary>
    public required string Summary { get; init; }

    /// <summary>The whole text as HTML.</summary>
    public required string Html { get; init; }

    /// <summary>Name of the reporter; empty: none given.</summary>
    public required string Author { get; init; }

    /// <summary>When it was printed.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>When it was last corrected; the same as <see cref="Published"/> if it never was.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>The publisher's category words; may hold empty ones.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Its picture, or null.</summary>
    public DemoPicture? Picture { get; init; }
}
