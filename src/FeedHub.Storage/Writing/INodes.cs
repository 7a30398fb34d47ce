namespace FeedHub.Storage.Writing;

/// <summary>The processes that use one database, each a node; one of them stores and is its owner.</summary>
public interface INodes
{
    /// <summary>This process.</summary>
    NodeIdentity This { get; }

    /// <summary>Whether this node stores now, as far as it knows: the database says it again at each transaction.</summary>
    bool IsOwner { get; }

    /// <summary>Whether other nodes are there.</summary>
    bool HasOthers => false;

    /// <summary>How far the clock of the node that stores, by which sources are due, is ahead of this one's; negative: behind.</summary>
    TimeSpan OwnerAhead => TimeSpan.Zero;

    /// <summary>Whether a feeds.json of this hash was applied before by any of several nodes: another node's older file must not undo what
    /// came since.</summary>
    bool WasApplied(string feedsFile);

    /// <summary>A feeds.json of this hash was applied.</summary>
    void Applied(string feedsFile);

    /// <summary>Every node that is there or was there within the last hour, the owner first.</summary>
    /// <param name="own">How this one does.</param>
    IReadOnlyList<NodeState> All(NodeReport own);
}

/// <summary>Who a node is.</summary>
/// <param name="Name">As its operator calls it: the setting <c>Node</c>, or the machine's name.</param>
/// <param name="Version">Of the program.</param>
/// <param name="Run">Of this process alone: a node that starts again is another run.</param>
/// <param name="Since">Its start.</param>
public sealed record NodeIdentity(string Name, string Version, string Run, DateTimeOffset Since);

/// <summary>What a node says of itself.</summary>
/// <param name="Polls">Ended within the last minute.</param>
/// <param name="Items">Read within the last minute.</param>
/// <param name="Lag">How late it is: with what is due, where it polls, else with what the owner stored; null: not known yet.</param>
/// <param name="FeedsFile">Hash of its feeds.json, or null.</param>
public sealed record NodeReport(int Polls, int Items, TimeSpan? Lag, string? FeedsFile)
{
    /// <summary>Nothing was done yet.</summary>
    public static readonly NodeReport None = new(0, 0, null, null);
}

/// <summary>A node as all nodes see it.</summary>
/// <param name="Identity">Who it is.</param>
/// <param name="IsOwner">True for the one that stores.</param>
/// <param name="IsThis">True for the one that was asked.</param>
/// <param name="Seen">Its last sign of life, by the database's clock.</param>
/// <param name="IsThere">False if it gave none for some seconds.</param>
/// <param name="ClockAhead">How far its clock is ahead of the database's; negative: behind.</param>
/// <param name="Report">What it said of itself.</param>
public sealed record NodeState(
    NodeIdentity Identity, bool IsOwner, bool IsThis, DateTimeOffset Seen, bool IsThere, TimeSpan ClockAhead, NodeReport Report);
