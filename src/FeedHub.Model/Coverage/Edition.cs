namespace FeedHub.Model.Coverage;

/// <summary>One edition of a briefing: what it said at its hour, for good.</summary>
public sealed class Edition
{
    public long Id { get; set; }

    public long BriefingId { get; set; }

    /// <summary>Its hour.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Its parts as JSON; what is hidden or erased is taken out of them.</summary>
    public required string Content { get; set; }
}
