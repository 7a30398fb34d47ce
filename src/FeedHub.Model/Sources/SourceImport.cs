using FeedHub.Syndication.Reasons;

namespace FeedHub.Model.Sources;

/// <summary>A subscription list that an admin gave: how far it is imported, and how it ended.</summary>
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

    /// <summary>Lines done, with or without success.</summary>
    public int Done { get; set; }

    /// <summary>What was mended before the list could be read, in words; null if nothing.</summary>
    public Reason? Note { get; set; }
}
