namespace FeedHub.Model.Sources;

/// <summary>A part of feeds.json that is applied whole, as it was applied last.</summary>
public sealed class DeclaredPart
{
    /// <summary>Name of the property, such as <c>feeds</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Hash of what it said.</summary>
    public required string Hash { get; set; }
}
