namespace FeedHub.Model.Sources;

/// <summary>What feeds.json said of one address when it was last applied.</summary>
public sealed class DeclaredEntry
{
    /// <summary>Spelling-independent form of the declared address.</summary>
    public required string UrlKey { get; set; }

    /// <summary>Hash of the entry: only a changed entry is applied again.</summary>
    public required string Hash { get; set; }

    /// <summary>The source it made; kept when the source moves; null once an admin deleted it.</summary>
    public long? SourceId { get; set; }

    /// <summary>The source of <see cref="SourceId"/>.</summary>
    public Source? Source { get; set; }
}
