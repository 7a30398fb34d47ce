using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Writing;

namespace FeedHub.Model.Sources;

/// <summary>How the polling of a source stands.</summary>
public sealed class SourcePolling
{
    /// <summary>Address that it was polled at before its server moved it for good, or null.</summary>
    public string? FormerUrl { get; set; }

    /// <summary>When it moved from there.</summary>
    public DateTimeOffset? MovedAt { get; set; }

    /// <summary>Address that its server names as its new one for good, where another source is already; null: none.</summary>
    public string? ConflictingUrl { get; set; }

    /// <summary>How it is doing.</summary>
    public SourceState State { get; set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset StateSince { get; set; }

    /// <summary>What went wrong at the last poll, in words; null if nothing.</summary>
    public Reason? Error { get; set; }

    /// <summary><see cref="Error"/> without what is secret in addresses: versions before stored it whole.</summary>
    public Reason? ShownError => ShownAddress.InText(Error);

    /// <summary>Addresses of feeds that the page names which came instead of one; empty if a feed came, or none is named.</summary>
    public IReadOnlyList<string> OfferedFeeds { get; set; } = [];

    /// <summary>Validator for the next poll, verbatim.</summary>
    public string? ETag { get; set; }

    /// <summary>Validator for the next poll, verbatim.</summary>
    public string? LastModified { get; set; }

    /// <summary>Version of the reader and hash in hexadecimal of the last body read, such as <c>2-9f86…</c>: the same reader does not parse
    /// the same bytes again. Rows of FeedHub before version 2 have the hash alone.</summary>
    public string? BodyHash { get; set; }

    /// <summary>Bytes on the wire of the last full answer: what a 304 saves.</summary>
    public long BodyBytes { get; set; }

    /// <summary>When it publishes, as of its last new item; null while nothing came since FeedHub learns this.</summary>
    public Rhythm? Rhythm { get; set; }

    /// <summary>Start of the last poll.</summary>
    public DateTimeOffset? LastPollAt { get; set; }

    /// <summary>Start of the last poll that went well.</summary>
    public DateTimeOffset? LastSuccessAt { get; set; }

    /// <summary>Until when one poll has it to itself; null: nobody has.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Polls that failed in a row.</summary>
    public int Failures { get; set; }

    /// <summary>Interval after the last poll.</summary>
    public TimeSpan? EffectiveInterval { get; set; }

    /// <summary>Why it is that long, in words; null before the first poll.</summary>
    public Reason? IntervalWhy { get; set; }

    /// <summary>Items a day as of its last new item; null while none came.</summary>
    public double? ItemsADay { get; set; }

    /// <summary>From an item's publication to its storing, as it was lately; null while no new item had a date.</summary>
    public TimeSpan? Delay { get; set; }

    /// <summary>Where it was before feeds.json or an admin gave it another address; null: it never was elsewhere. Nobody asks
    /// there.</summary>
    public string? LeftUrl { get; set; }

    /// <summary>When it was last asked without validators because its server said only "not modified" for longer than usual; null:
    /// never.</summary>
    public DateTimeOffset? InFullAt { get; set; }

    /// <summary>True if that brought news: its server says "not modified" where something changed, so it is asked without validators from
    /// then on.</summary>
    public bool HidesNews { get; set; }

    /// <summary>Forgets what a server would answer "not modified" to: it is asked for all, and all of it is read.</summary>
    public void AskInFull() => (ETag, LastModified, BodyHash) = (null, null, null);

    /// <summary>Forgets what the address said at which it was polled until now.</summary>
    public void ForgetAddress()
    {
        (FormerUrl, MovedAt, ConflictingUrl) = (null, null, null);
        (ETag, LastModified, BodyHash, Failures, Error, OfferedFeeds) = (null, null, null, 0, null, []);
        (InFullAt, HidesNews) = (null, false);
    }
}
