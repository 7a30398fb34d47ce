namespace FeedHub.Serving.Sending;

/// <summary>Bytes that wait for readers: what several read is in memory once.</summary>
internal sealed class HeldBytes
{
    private readonly Dictionary<object, (int Holders, long Bytes)> _things = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ConnectionSlot> _holders = [];

    /// <summary>All of them.</summary>
    public long Total { get; private set; }

    /// <summary>Those whom something waits for.</summary>
    public IReadOnlyCollection<ConnectionSlot> Holders => _holders;

    /// <summary>Notes what waits at a place that held nothing.</summary>
    public void Hold(ConnectionSlot place, object what, long bytes)
    {
        place.Held = (what, bytes);
        _holders.Add(place);
        var known = _things.GetValueOrDefault(what);
        _things[what] = (known.Holders + 1, Math.Max(known.Bytes, bytes));
        Total += Math.Max(0, bytes - known.Bytes);
    }

    /// <summary>Nothing waits there any more.</summary>
    public void Drop(ConnectionSlot place)
    {
        if (place.Held is not { } held)
            return;
        place.Held = null;
        _holders.Remove(place);
        var known = _things[held.What];
        if (known.Holders > 1)
        {
            _things[held.What] = known with { Holders = known.Holders - 1 };
            return;
        }

        _things.Remove(held.What);
        Total -= known.Bytes;
    }

    /// <summary>What would come free, about, if this one left.</summary>
    public double ShareOf(ConnectionSlot place) =>
        place.Held is { } held && _things[held.What] is var known ? (double)known.Bytes / known.Holders : 0;
}
