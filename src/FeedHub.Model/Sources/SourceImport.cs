namespace FeedHub.Model.Sources;

/// <summary>A subscription list that an admin gave: how far it is taken in, and how it ended.</summary>
public sealed class SourceImport
{
    public long Id { get; set; }

    public DateTimeOffset RequestedAt { get; set; }

    /// <summary>When its last line was done; null: under way.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The file's name, or what stands for it.</summary>
    public required string Name { get; set; }

    /// <summary>Lines in it.</summary>
    public int Total { get; set; }

    /// <summary>Lines done, whatever came of them.</summary>
    public int Done { get; set; }

    /// <summary>What was mended before the list could be read, in words; null if nothing.</summary>
    public string? Note { get; set; }
}

/// <summary>What came of one line of a list.</summary>
public enum ImportOutcome
{
    /// <summary>Its turn has not come.</summary>
    Waiting,

    /// <summary>It is a source now.</summary>
    Added,

    /// <summary>It was a source before, or an earlier line of the list is it.</summary>
    Known,

    /// <summary>It cannot be a source.</summary>
    Refused,
}

/// <summary>One outline of a list that is no folder of others.</summary>
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

    public ImportOutcome Outcome { get; set; }

    /// <summary>What came of it and what of it was not kept, in words; null if there is nothing to say.</summary>
    public string? Words { get; set; }

    /// <summary>Public id of its source, or null.</summary>
    public string? SourceSlug { get; set; }
}
