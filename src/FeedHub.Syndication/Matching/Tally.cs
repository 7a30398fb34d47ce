namespace FeedHub.Syndication.Matching;

/// <summary>Counts which leads share an item's keys, a key that few leads have for more.</summary>
internal sealed class Tally
{
    private readonly Dictionary<int, double> _points = [];
    private readonly List<(int Slot, double Points)> _sorted = [];

    public void Clear() => _points.Clear();

    public void Add(int slot, double points) =>
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_points, slot, out _) += points;

    /// <summary>The leads, the one with most points first.</summary>
    public IEnumerable<int> Best()
    {
        _sorted.Clear();
        foreach (var (slot, points) in _points) _sorted.Add((slot, points));
        _sorted.Sort((a, b) => a.Points != b.Points ? b.Points.CompareTo(a.Points) : a.Slot.CompareTo(b.Slot));
        return _sorted.Select(s => s.Slot);
    }
}
