namespace FeedHub.Nodes;

/// <summary>What a node keeps in memory of settings, rules and people, and what it does as the owner.</summary>
internal interface INodeMemory
{
    /// <summary>Hash of the feeds.json of this node, or null.</summary>
    string? FeedsFile { get; }

    /// <summary>Reads again what another node may have changed.</summary>
    Task RecallAsync();

    /// <summary>Begins to do what the owner alone does, after another one had the right.</summary>
    Task BeginAsOwnerAsync();

    /// <summary>Ends that: another node has the right now.</summary>
    void StepDown();
}
