namespace FeedHub.Fetching;

/// <summary>Of some servers, how many can be reached.</summary>
/// <param name="Reached">Those that a connection could be made to.</param>
/// <param name="Unreachable">Those whose name could not be resolved, or that no connection could be made to.</param>
public readonly record struct NetworkSample(int Reached, int Unreachable)
{
    /// <summary>Fewer say nothing of the network: they may have gone together.</summary>
    private const int Least = 3;

    /// <summary>Those unreachable for each that is reached: one may be in the same house, a few others have their own faults.</summary>
    private const int Most = 6;

    /// <summary>True if it is this machine's own network that is down.</summary>
    public bool IsDown => Unreachable >= Least && Unreachable >= Most * Reached;
}
