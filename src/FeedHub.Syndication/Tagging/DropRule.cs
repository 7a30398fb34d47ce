namespace FeedHub.Syndication.Tagging;

/// <summary>A rule of the operator's that keeps items out of stories: the grammar of a <see cref="CategoryRule"/>, without a slug.</summary>
public sealed record DropRule
{
    private const int LongestName = 200;

    /// <summary>Name of the rule; null: it is named by what it says.</summary>
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

    /// <summary>How items name the rule that keeps them out, at most 200 characters.</summary>
    public string Name => Cut(Title ?? string.Join("; ", Conditions.Where(part => part.Values.Count > 0).Select(
        part => $"{part.Name} {string.Join(", ", part.Values)}")));

    // An address may have a secret in it: sources are not named.
    private (string Name, IReadOnlyList<string> Values)[] Conditions =>
        [("any of", Any), ("all of", All), ("none of", None), ("in", In)];

    /// <summary>The same conditions as a rule of a category.</summary>
    public CategoryRule AsCategoryRule() =>
        new() { Slug = Name, Any = Any, All = All, None = None, In = In, Sources = Sources };

    private static string Cut(string name) => name.Length > LongestName ? name[..(LongestName - 1)] + "…" : name;
}
