using FeedHub.Syndication.Reasons;

namespace FeedHub.Model.Polling;

/// <summary>The politeness ledger's line of one server: what FeedHub has asked of it, and whether it is to be left alone.</summary>
public sealed class PolledHost
{
    /// <summary>Host, with the port unless it is the usual one.</summary>
    public required string Name { get; set; }

    /// <summary>When it was first asked.</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary>Start of the last request.</summary>
    public DateTimeOffset LastRequestAt { get; set; }

    /// <summary>Requests sent, redirects included.</summary>
    public long Requests { get; set; }

    /// <summary>Answers that were 304.</summary>
    public long NotModified { get; set; }

    /// <summary>Answers that asked to be left alone: 429, 503 with Retry-After, 403 where it used to answer.</summary>
    public long Throttled { get; set; }

    /// <summary>Bytes of bodies on the wire.</summary>
    public long BytesReceived { get; set; }

    /// <summary>Bytes that 304s saved.</summary>
    public long BytesSaved { get; set; }

    /// <summary>Least time between the starts of two requests; null before the second.</summary>
    public TimeSpan? SmallestGap { get; set; }

    /// <summary>Until when it is left alone, or was last; null: never yet.</summary>
    public DateTimeOffset? RestUntil { get; set; }

    /// <summary>What it said, in words.</summary>
    public Reason? RestReason { get; set; }

    /// <summary>Times in a row that it asked to be left alone; a good answer clears them.</summary>
    public int Strikes { get; set; }

    /// <summary>Share of the answers that were 304, from 0 to 1.</summary>
    public double NotModifiedShare => Requests == 0 ? 0 : (double)NotModified / Requests;
}
