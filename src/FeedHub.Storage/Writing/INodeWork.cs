namespace FeedHub.Storage.Writing;

/// <summary>What keeps a node in touch with the others, where there can be any.</summary>
public interface INodeWork : IDisposable
{
    /// <summary>Rises when this node changed what others keep in memory of settings, rules and people.</summary>
    long EditsMade { get; }

    /// <summary>How much of the server's queue of notifications was taken when this node looked last, 0 to 1: when it is full, nobody on
    /// the server can tell anything, and what would fails.</summary>
    double QueueUsed { get; }

    /// <summary>Called after such a change.</summary>
    Action? Edited { set; }

    /// <summary>Gives a sign of life, takes the right to store where nobody has it, and says how things stand.</summary>
    NodeNews Beat(NodeReport own);

    /// <summary>Looks only whether something changed.</summary>
    NodeNews Look();

    /// <summary>Tells the other nodes that they show something else now.</summary>
    /// <param name="edits">Also what they keep in memory of settings, rules and people is another.</param>
    void Tell(bool edits);

    /// <summary>Calls back whenever another node may have something to tell; ends when cancelled, or with the connection.</summary>
    Task ListenAsync(Action woken, CancellationToken cancellation);

    /// <summary>Says good-bye: another node need not wait to take over.</summary>
    void Leave();
}

/// <summary>How things stand.</summary>
/// <param name="IsOwner">Whether this node stores.</param>
/// <param name="Epoch">Rises whenever the right to store is taken.</param>
/// <param name="Shown">Rises with what is shown.</param>
/// <param name="Edits">Rises with what nodes keep in memory of settings, rules and people.</param>
/// <param name="Asked">Whether somebody waits for the owner.</param>
/// <param name="ToldAgo">How long ago a node told of something.</param>
public sealed record NodeNews(bool IsOwner, long Epoch, long Shown, long Edits, bool Asked, TimeSpan ToldAgo);
