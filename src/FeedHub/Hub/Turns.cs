namespace FeedHub.Hub;

/// <summary>Entries by key that take turns: one that had its turn goes to the end.</summary>
internal sealed class Turns<TKey, TValue>
    where TKey : notnull
{
    private readonly LinkedList<KeyValuePair<TKey, TValue>> _order = new();
    private readonly Dictionary<TKey, LinkedListNode<KeyValuePair<TKey, TValue>>> _nodes = [];

    /// <summary>How many there are.</summary>
    public int Count => _nodes.Count;

    /// <summary>All of them, the one whose turn is next first.</summary>
    public IEnumerable<KeyValuePair<TKey, TValue>> InOrder => _order;

    /// <summary>The entry of a key that is there.</summary>
    public TValue Of(TKey key) => _nodes[key].Value.Value;

    /// <summary>The entry of a key, made at the end where there is none.</summary>
    public TValue GetOrAdd(TKey key, Func<TValue> make)
    {
        if (!_nodes.TryGetValue(key, out var node))
            _nodes.Add(key, node = _order.AddLast(KeyValuePair.Create(key, make())));
        return node.Value.Value;
    }

    /// <summary>Its turn is over: it goes to the end. Returns it.</summary>
    public TValue Pass(TKey key)
    {
        var node = _nodes[key];
        _order.Remove(node);
        _order.AddLast(node);
        return node.Value.Value;
    }

    /// <summary>Takes a key out.</summary>
    public void Remove(TKey key)
    {
        if (_nodes.Remove(key, out var node))
            _order.Remove(node);
    }
}
