using FeedHub.Syndication.Reasons;

namespace FeedHub.Model.Health;

/// <summary>How it stands with one that trouble is told to: a mailbox or a webhook.</summary>
public sealed class AlertReceiver
{
    /// <summary><c>mail</c>, or <c>webhook</c> with the hash of its address: that may be a secret.</summary>
    public required string Name { get; set; }

    /// <summary>Instant of the newest health event that it was told, or that is not for it.</summary>
    public DateTimeOffset ToldUntil { get; set; }

    /// <summary>Tries that failed in a row.</summary>
    public int Failures { get; set; }

    /// <summary>When it is tried again; null: it is well.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    /// <summary>Why the last try failed; null: it is well.</summary>
    public Reason? Error { get; set; }
}
