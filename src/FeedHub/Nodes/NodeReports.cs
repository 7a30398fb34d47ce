using FeedHub.Observability;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Writing;

namespace FeedHub.Nodes;

/// <summary>What this node says of itself.</summary>
internal sealed class NodeReports(Figures figures, INodes nodes, ReadSessions database, IServiceProvider services, TimeProvider time)
{
    private static readonly TimeSpan LookedEvery = TimeSpan.FromSeconds(5);

    private DateTimeOffset _lookedAt;
    private TimeSpan? _late;

    /// <summary>How long after it was told of, what the owner stored last was shown here.</summary>
    public TimeSpan? Behind { get; set; }

    /// <summary>The report of this moment.</summary>
    public NodeReport Now()
    {
        var (polls, items) = figures.Recent.Now();

        // Resolved late: INodeMemory depends on rooms that depend on this class.
        return new(polls, items, nodes.IsOwner ? Late() : Behind, services.GetRequiredService<INodeMemory>().FeedsFile);
    }

    private TimeSpan? Late()
    {
        if (time.GetUtcNow() - _lookedAt < LookedEvery)
            return _late;
        _lookedAt = time.GetUtcNow();
        return _late = DueSources.LateAt(database, _lookedAt, _lookedAt).Since is { } since ? _lookedAt - since : TimeSpan.Zero;
    }
}
