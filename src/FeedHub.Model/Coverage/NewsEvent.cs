namespace FeedHub.Model.Coverage;

/// <summary>Stories of one language that tell of the same event (docs/notes/coverage.md). It has at least two, or had.</summary>
public sealed class NewsEvent
{
    /// <summary>Never another event's, also when this one is gone.</summary>
    public long Id { get; set; }

    /// <summary>The event that has its stories now, since the two were one; null: it has them itself.</summary>
    public long? IntoId { get; set; }

    /// <summary>How many of its stories readers see.</summary>
    public int Stories { get; set; }

    /// <summary>How many sources have these.</summary>
    public int Sources { get; set; }

    /// <summary>When the newest of its stories arrived.</summary>
    public DateTimeOffset LastAt { get; set; }

    /// <summary>When anything of it last changed: what it shows is another then.</summary>
    public DateTimeOffset ChangedAt { get; set; }
}
