namespace FeedHub.Model.Hub;

/// <summary>A request to the hub whose intent is not verified yet.</summary>
public sealed class HubRequest
{
    public long Id { get; set; }

    public HubMode Mode { get; set; }

    /// <summary>Base of the topic's address.</summary>
    public required string BaseUrl { get; set; }

    /// <summary>Path and query of the topic in one spelling.</summary>
    public required string Topic { get; set; }

    /// <summary>The topic's address in the subscriber's spelling: it is asked about in its own words. Stored encrypted where it has a
    /// reader key.</summary>
    public required string TopicUrl { get; set; }

    public required string Callback { get; set; }

    public required string CallbackHost { get; set; }

    public string? Secret { get; set; }

    /// <summary>How long the subscriber will hold.</summary>
    public TimeSpan Lease { get; set; }

    public DateTimeOffset RequestedAt { get; set; }

    /// <summary>Number of the last change of a story when it asked: it is told of what follows.</summary>
    public long ToldChange { get; set; }

    /// <summary>The newest arrival when it asked.</summary>
    public DateTimeOffset ToldUntil { get; set; }

    /// <summary>Times that nobody answered.</summary>
    public int Failures { get; set; }

    public DateTimeOffset NextTryAt { get; set; }

    /// <summary>The reader key that it was asked for with, where the hub is closed; it ends with the key.</summary>
    public long? KeyId { get; set; }
}
