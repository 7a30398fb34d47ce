using FeedHub.Model.Words;

namespace FeedHub.Model.Sources;

/// <summary>One outline of a list that is not a folder of others.</summary>
public sealed class ImportLine
{
    public long ImportId { get; set; }

    /// <summary>Its place in the list, from 1.</summary>
    public int Place { get; set; }

    /// <summary>As the list has it, cut if it is long beyond reason; empty where the outline has none.</summary>
    public required string Url { get; set; }

    public string? Title { get; set; }

    public string? Language { get; set; }

    /// <summary>Slugs that its folders and its own categories mean.</summary>
    public IReadOnlyList<string> Categories { get; set; } = [];

    /// <summary>Path of the folders that it is in, or null.</summary>
    public string? Folder { get; set; }

    /// <summary>What a list of FeedHub's says of it beside, checked: texts by the names of <see cref="Properties.OpmlProperties"/>; null:
    /// nothing.</summary>
    public IReadOnlyDictionary<string, string>? Own { get; set; }

    public ImportOutcome Outcome { get; set; }

    /// <summary>What came of it and what of it was not kept; null if there is nothing to say.</summary>
    public Bilingual? Words { get; set; }

    /// <summary>Public id of its source, or null.</summary>
    public string? SourceSlug { get; set; }
}
