namespace FeedHub.Model.Sources;

/// <summary>A part of feeds.json besides its sources, as it stands now: from the file, or as an admin changed it since.</summary>
public sealed class DeclaredPart
{
    /// <summary>The property of the file, such as <c>drop</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Its value as JSON.</summary>
    public required string Json { get; set; }

    /// <summary>Hash of what the file said when it was last applied: only a changed part is applied again.</summary>
    public required string FileHash { get; set; }
}
