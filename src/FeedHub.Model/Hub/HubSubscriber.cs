using FeedHub.Syndication.Reasons;

namespace FeedHub.Model.Hub;

/// <summary>A subscription that its subscriber has confirmed.</summary>
public sealed class HubSubscriber
{
    public long Id { get; set; }

    /// <summary>Base of the topic's address: the document is rendered with it.</summary>
    public required string BaseUrl { get; set; }

    /// <summary>Path and query of the topic in one spelling.</summary>
    public required string Topic { get; set; }

    /// <summary>Where changes are pushed to.</summary>
    public required string Callback { get; set; }

    /// <summary>The callback's host: subscriptions are counted by it.</summary>
    public required string CallbackHost { get; set; }

    /// <summary>Key of the signatures, or null: not signed.</summary>
    public string? Secret { get; set; }

    public DateTimeOffset LeaseUntil { get; set; }

    /// <summary>Number of the last change that it was told of (<see cref="Stories.Story.ChangeNumber"/>).</summary>
    public long ToldChange { get; set; }

    /// <summary>The newest arrival that it was told all of: what arrived later is new to it.</summary>
    public DateTimeOffset ToldUntil { get; set; }

    /// <summary>When a push is to be tried; null: there is nothing to tell.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Pushes that failed in a row.</summary>
    public int Failures { get; set; }

    /// <summary>Why the last push failed, in words; null if it did not.</summary>
    public Reason? Error { get; set; }

    /// <summary>The reader key that it was asked for with, where the hub is closed; it ends with the key.</summary>
    public long? KeyId { get; set; }
}
