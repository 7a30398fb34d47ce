using System.Runtime.InteropServices;

namespace FeedHub.Syndication.Matching;

/// <summary>Counts which leads share an item's keys, a key that few leads have for more.</summary>
internal sealed class SharedKeys
{
    // One key in common is chance: with a million leads every item has some.
    private const int LeastKeys = 2;

    private readonly Dictionary<int, (int Keys, double Points)> _leads = [];
    private readonly List<(int Slot, double Points)> _sorted = [];

    public void Clear() => _leads.Clear();

    public void Add(int slot, double points)
    {
        ref var lead = ref CollectionsMarshal.GetValueRefOrAddDefault(_leads, slot, out _);
        lead = (lead.Keys + 1, lead.Points + points);
    }

    /// <summary>The leads that share several keys, the one with most points first.</summary>
    public IEnumerable<int> Best()
    {
        _sorted.Clear();
        foreach (var (slot, lead) in _leads)
        {
            if (lead.Keys >= LeastKeys)
                _sorted.Add((slot, lead.Points));
        }

        _sorted.Sort((a, b) => a.Points != b.Points ? b.Points.CompareTo(a.Points) : a.Slot.CompareTo(b.Slot));
        return _sorted.Select(lead => lead.Slot);
    }
}
