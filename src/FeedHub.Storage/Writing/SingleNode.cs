namespace FeedHub.Storage.Writing;

/// <summary>The one node of a database that one process has to itself.</summary>
public sealed class SingleNode(NodeIdentity identity, TimeProvider time) : INodes
{
    /// <inheritdoc/>
    public NodeIdentity This => identity;

    /// <inheritdoc/>
    public bool IsOwner => true;

    /// <inheritdoc/>
    public IReadOnlyList<NodeState> All(NodeReport own) =>
        [new(identity, IsOwner: true, IsThis: true, time.GetUtcNow(), IsThere: true, TimeSpan.Zero, own)];
}
