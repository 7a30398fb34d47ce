namespace FeedHub.Syndication.Tagging;

/// <summary>A category: one of IPTC's 17 top-level Media Topics, or the operator's own.</summary>
/// <param name="Slug">Lower-case letters, digits and hyphens.</param>
/// <param name="Code">IPTC code such as <c>medtop:11000000</c>; null for the operator's own.</param>
/// <param name="English">Name in English.</param>
/// <param name="Indonesian">Name in Indonesian.</param>
public sealed record Category(string Slug, string? Code, string English, string Indonesian);

/// <summary>A rule of the operator's from <c>feeds.json</c> (docs: README, feeds.json).</summary>
public sealed record CategoryRule
{
    /// <summary>Slug of one of the 17, or of a category of the operator's own.</summary>
    public required string Slug { get; init; }

    /// <summary>Name of a category of the operator's own; null keeps the name it has.</summary>
    public string? Title { get; init; }

    /// <summary>At least one of these words or quoted phrases; empty: no such condition.</summary>
    public IReadOnlyList<string> Any { get; init; } = [];

    /// <summary>All of these.</summary>
    public IReadOnlyList<string> All { get; init; } = [];

    /// <summary>None of these.</summary>
    public IReadOnlyList<string> None { get; init; } = [];

    /// <summary>Where to look: <c>title</c>, <c>text</c>, <c>url</c>, <c>author</c>, <c>publisher_category</c>.</summary>
    public IReadOnlyList<string> In { get; init; } = ["title", "text"];

    /// <summary>Ids or URLs of the only sources it holds for; empty: all.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}
