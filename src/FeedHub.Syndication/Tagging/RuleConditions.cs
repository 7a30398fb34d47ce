namespace FeedHub.Syndication.Tagging;

/// <summary>What a rule of the operator's looks for, and where (docs/sources.md).</summary>
public abstract record RuleConditions
{
    /// <summary>The name to show, or null.</summary>
    public string? Title { get; init; }

    /// <summary>At least one of these words or quoted phrases; empty: no such condition.</summary>
    public IReadOnlyList<string> Any { get; init; } = [];

    /// <summary>All of these.</summary>
    public IReadOnlyList<string> All { get; init; } = [];

    /// <summary>None of these.</summary>
    public IReadOnlyList<string> None { get; init; } = [];

    /// <summary>Where to look: <c>title</c>, <c>text</c>, <c>url</c>, <c>author</c>, <c>publisher_category</c>.</summary>
    public IReadOnlyList<string> In { get; init; } = UsualPlaces;

    /// <summary>Ids or URLs of the only sources it holds for; empty: all.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Where a rule looks that does not say where.</summary>
    public static IReadOnlyList<string> UsualPlaces { get; } = ["title", "text"];
}
