namespace FeedHub.Model.Hub;

/// <summary>What a subscriber asks of the hub.</summary>
public enum HubMode
{
    /// <summary>Pushes from now on, or for longer.</summary>
    Subscribe,

    /// <summary>No more pushes.</summary>
    Unsubscribe,
}
