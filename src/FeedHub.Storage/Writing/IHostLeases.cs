namespace FeedHub.Storage.Writing;

/// <summary>Which node polls at which host, where several poll: leases by the database's clock.</summary>
public interface IHostLeases
{
    /// <summary>Takes hosts that no other node has, and where nothing that another node asked is on its way to be stored; those that this
    /// node has already stay its own.</summary>
    /// <param name="hosts">In lower case, the most urgent first.</param>
    /// <param name="most">Most that are taken.</param>
    /// <param name="length">For how long.</param>
    /// <returns>Those that are this node's now.</returns>
    Task<IReadOnlyList<string>> ClaimAsync(IReadOnlyList<string> hosts, int most, TimeSpan length);

    /// <summary>Keeps hosts for longer; returns those that were not lost.</summary>
    Task<IReadOnlyList<KeptHost>> RenewAsync(IReadOnlyList<string> hosts, TimeSpan length);

    /// <summary>Asks the node that has the host to leave it to this one; to be asked again every two seconds.</summary>
    Task WantAsync(string host);

    /// <summary>Leaves hosts to others, who come after the gap.</summary>
    Task ReleaseAsync(IReadOnlyList<string> hosts, TimeSpan gap);

    /// <summary>Frees the sources of nodes that are gone, and forgets leases that ended long ago.</summary>
    Task FreeAsync();
}

/// <summary>A host that is this node's still.</summary>
/// <param name="Host">Its name.</param>
/// <param name="IsWanted">Whether another node waits for it.</param>
public sealed record KeptHost(string Host, bool IsWanted);
