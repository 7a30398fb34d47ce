using System.Collections.Concurrent;

namespace FeedHub.Hub;

/// <summary>
/// Who sent the requests that are not verified yet. Kept in memory: those from before a restart belong together to nobody in particular.
/// </summary>
internal sealed class HubRequesters
{
    /// <summary>Requests of one requester that wait at once: more than any subscriber needs, and no room for a flood.</summary>
    public const int MaxWaiting = 500;

    private readonly ConcurrentDictionary<long, string> _of = new();
    private readonly ConcurrentDictionary<string, int> _waiting = new(StringComparer.Ordinal);

    /// <summary>Whether the requester may send another; programs on this machine, who have no key, may.</summary>
    public bool HasRoom(string? requester) => requester is null || _waiting.GetValueOrDefault(requester) < MaxWaiting;

    /// <summary>A request of this requester waits.</summary>
    public void Add(long id, string? requester)
    {
        if (requester is not null && _of.TryAdd(id, requester))
            _waiting.AddOrUpdate(requester, 1, (_, count) => count + 1);
    }

    /// <summary>Who sent it; empty where that is not known.</summary>
    public string Of(long id) => _of.GetValueOrDefault(id, "");

    /// <summary>It waits no more.</summary>
    public void Remove(long id)
    {
        if (_of.TryRemove(id, out var requester) && _waiting.AddOrUpdate(requester, 0, (_, count) => count - 1) == 0)
            _waiting.TryRemove(KeyValuePair.Create(requester, 0));
    }
}
