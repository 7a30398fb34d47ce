using System.Runtime.InteropServices;
using FeedHub.Syndication.Matching;

namespace FeedHub.Syndication.Grouping;

/// <summary>Finds stories that may be of one event by the <see cref="EventKeys"/> that they share.</summary>
internal sealed class EventIndex(StoredEvents stories)
{
    private readonly Postings _postings = new();
    private readonly Dictionary<int, float> _points = [];
    private readonly List<(int Slot, float Points)> _sorted = [];

    public long Bytes => _postings.Bytes;

    public void Reserve(int count) => _postings.Reserve((long)count * EventKeys.Most);

    public void Add(int slot)
    {
        Span<uint> keys = stackalloc uint[EventKeys.Most];
        _postings.Add(slot, keys[..KeysOf(slot, keys)]);
        if (!_postings.IsFull)
            return;
        _postings.Clear();
        for (var s = 0; s < stories.Used; s++)
        {
            if (stories[s].StoryId != 0)
                _postings.Add(s, keys[..KeysOf(s, keys)]);
        }
    }

    public void Remove(int slot)
    {
        Span<uint> keys = stackalloc uint[EventKeys.Most];
        _postings.Remove(slot, keys[..KeysOf(slot, keys)]);
    }

    /// <summary>The stories that share most, a key that few have for more; the best first.</summary>
    public ReadOnlySpan<(int Slot, float Points)> Find(int slot, int most)
    {
        Span<uint> keys = stackalloc uint[EventKeys.MostAsked];
        Span<uint> buckets = stackalloc uint[EventKeys.MostAsked * Postings.Size];
        Span<int> found = stackalloc int[Postings.Size];
        keys = keys[..EventKeys.Asked(stories.Ids(slot), stories[slot].Language, keys)];
        _postings.Read(keys, buckets);
        _points.Clear();
        for (var i = 0; i < keys.Length; i++)
        {
            var count = Postings.Find(buckets.Slice(i * Postings.Size, Postings.Size), keys[i], found);
            foreach (var other in found[..count])
            {
                if (other != slot)
                    _points[other] = _points.GetValueOrDefault(other) + (1f / count);
            }
        }

        _sorted.Clear();
        foreach (var (other, points) in _points)
            _sorted.Add((other, points));
        _sorted.Sort((a, b) => a.Points != b.Points ? b.Points.CompareTo(a.Points) : a.Slot.CompareTo(b.Slot));
        return CollectionsMarshal.AsSpan(_sorted)[..Math.Min(most, _sorted.Count)];
    }

    private int KeysOf(int slot, Span<uint> keys) => EventKeys.OfStory(stories.Ids(slot), stories[slot].Language, keys);
}
