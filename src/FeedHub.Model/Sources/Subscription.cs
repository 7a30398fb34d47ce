using FeedHub.Syndication.Reasons;

namespace FeedHub.Model.Sources;

/// <summary>How a subscription at a hub stands.</summary>
public enum SubscriptionState
{
    /// <summary>The hub is known, and not asked while its source is paused or gone.</summary>
    Idle,

    /// <summary>The hub is to be asked, or has been and has not yet verified.</summary>
    Wanted,

    /// <summary>The hub has verified it, and its lease runs.</summary>
    Active,

    /// <summary>The hub said no.</summary>
    Denied,

    /// <summary>The hub is asked to end it.</summary>
    Leaving,
}

/// <summary>A subscription of FeedHub's at the hub that a source's feed names (W3C WebSub).</summary>
public sealed class Subscription
{
    public long Id { get; set; }

    /// <summary>Whose news it brings; null once the source is deleted or names another hub.</summary>
    public long? SourceId { get; set; }

    public Source? Source { get; set; }

    /// <summary>Address that is asked for pushes.</summary>
    public required string Hub { get; set; }

    /// <summary>What is subscribed to: the feed's address as it gives it itself.</summary>
    public required string Topic { get; set; }

    public SubscriptionState State { get; set; }

    /// <summary>Since when it stands so.</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary>Last part of the callback's address: who does not know it can neither push nor verify.</summary>
    public required string Token { get; set; }

    /// <summary>What pushes are signed with.</summary>
    public required string Secret { get; set; }

    /// <summary>The callback that the hub was last given, or null.</summary>
    public string? Callback { get; set; }

    /// <summary>When the hub is asked next; null: not at all.</summary>
    public DateTimeOffset? AskAt { get; set; }

    /// <summary>When the hub was asked what it has not yet verified; null: nothing is open.</summary>
    public DateTimeOffset? AskedAt { get; set; }

    /// <summary>End of the lease, or null.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>True while what is new comes by pushes: then polls are rare.</summary>
    public bool PushesCome { get; set; }

    public DateTimeOffset? LastPushAt { get; set; }

    /// <summary>Pushes that were stored.</summary>
    public int Pushes { get; set; }

    /// <summary>Items that pushes were the first to bring.</summary>
    public int PushedItems { get; set; }

    /// <summary>Pushes that were not believed or could not be read.</summary>
    public int RefusedPushes { get; set; }

    /// <summary>Why the last of them was refused, in words.</summary>
    public Reason? Refusal { get; set; }

    /// <summary>Requests to the hub that failed in a row.</summary>
    public int Failures { get; set; }

    /// <summary>What went wrong, in words; null if nothing.</summary>
    public Reason? Note { get; set; }
}
