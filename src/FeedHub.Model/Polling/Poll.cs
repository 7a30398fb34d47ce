using FeedHub.Syndication.Reasons;

namespace FeedHub.Model.Polling;

/// <summary>What a poll came to.</summary>
public enum PollOutcome
{
    /// <summary>The feed was read and something in it was new or different.</summary>
    Changed,

    /// <summary>A 304, the same bytes, or nothing new in other bytes.</summary>
    Unchanged,

    /// <summary>No feed was read.</summary>
    Failed,
}

/// <summary>One poll in a source's history.</summary>
public sealed class Poll
{
    public long Id { get; set; }

    public long SourceId { get; set; }

    public DateTimeOffset At { get; set; }

    public TimeSpan Duration { get; set; }

    /// <summary>HTTP status, or null if nothing answered.</summary>
    public int? Status { get; set; }

    public PollOutcome Outcome { get; set; }

    /// <summary>Bytes of the body on the wire.</summary>
    public long Bytes { get; set; }

    public int NewItems { get; set; }

    public int ChangedItems { get; set; }

    /// <summary>New items that joined a story which was there.</summary>
    public int MergedItems { get; set; }

    public Reason? Error { get; set; }

    /// <summary>What was repaired or left out, in words; null if nothing.</summary>
    public Reason? Note { get; set; }
}
