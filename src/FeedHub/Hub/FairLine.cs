namespace FeedHub.Hub;

/// <summary>How many calls of one line are at work at once.</summary>
/// <param name="InAll">In all.</param>
/// <param name="PerRequester">For one requester.</param>
/// <param name="PerHost">At one callback host.</param>
internal sealed record LineLimits(int InAll, int PerRequester, int PerHost);

/// <summary>
/// A line in which requesters take turns, and the callback hosts of each of them too: many calls for one hold up no other's. What
/// is at work is bounded. Not for several threads at once.
/// </summary>
internal sealed class FairLine(LineLimits limits)
{
    private readonly Turns<string, Turns<string, LinkedList<HubCall>>> _requesters = new();
    private readonly Dictionary<long, LinkedListNode<HubCall>> _waiting = [];
    private readonly Dictionary<string, int> _ofRequester = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _atHost = new(StringComparer.Ordinal);

    /// <summary>Calls that wait.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Calls at work.</summary>
    public int AtWork { get; private set; }

    /// <summary>Adds a call at the end of its host's; false if it waits already.</summary>
    public bool TryAdd(HubCall call)
    {
        if (_waiting.ContainsKey(call.Id))
            return false;
        var calls = _requesters.GetOrAdd(call.Requester, () => new()).GetOrAdd(call.Host, () => new());
        _waiting.Add(call.Id, calls.AddLast(call));
        return true;
    }

    /// <summary>Takes a call out that waits; false if none does.</summary>
    public bool Remove(long id)
    {
        if (!_waiting.Remove(id, out var node))
            return false;
        var (call, calls) = (node.Value, node.List!);
        calls.Remove(node);
        if (calls.Count == 0)
            RemoveHost(call);
        return true;
    }

    /// <summary>The next call whose turn it is and for which there is room, at work from now on; or null.</summary>
    public HubCall? Next()
    {
        if (AtWork >= limits.InAll || Find() is not { } call)
            return null;
        _requesters.Pass(call.Requester).Pass(call.Host);
        Remove(call.Id);
        Count(call, 1);
        return call;
    }

    /// <summary>A call has ended.</summary>
    public void Done(HubCall call) => Count(call, -1);

    private HubCall? Find()
    {
        foreach (var (requester, hosts) in _requesters.InOrder)
        {
            if (_ofRequester.GetValueOrDefault(requester) >= limits.PerRequester)
                continue;
            foreach (var (host, calls) in hosts.InOrder)
            {
                if (_atHost.GetValueOrDefault(host) < limits.PerHost)
                    return calls.First!.Value;
            }
        }

        return null;
    }

    private void RemoveHost(HubCall call)
    {
        var hosts = _requesters.Of(call.Requester);
        hosts.Remove(call.Host);
        if (hosts.Count == 0)
            _requesters.Remove(call.Requester);
    }

    private void Count(HubCall call, int by)
    {
        AtWork += by;
        Count(_ofRequester, call.Requester, by);
        Count(_atHost, call.Host, by);
    }

    private static void Count(Dictionary<string, int> atWork, string key, int by)
    {
        var count = atWork[key] = atWork.GetValueOrDefault(key) + by;
        if (count == 0)
            atWork.Remove(key);
    }
}
