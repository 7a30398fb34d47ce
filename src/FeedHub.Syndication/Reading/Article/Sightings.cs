using System.Numerics;

namespace FeedHub.Syndication.Reading.Article;

/// <summary>
/// Where sentences were seen, by their hashes, in the order in which each was first added. A poll makes one of the bytes that are stored, a
/// copy with what is new, and bytes again, so it is one array and a table of places in it.
/// </summary>
internal sealed class Sightings
{
    private const int FewestPlaces = 16;

    // Of this process alone: nobody can write sentences that all come to one place.
    private static readonly ulong Factor = (ulong)Random.Shared.NextInt64() | 1;

    private KeyValuePair<ulong, Sighting>[] _all;
    private int[] _places;

    /// <summary>None yet.</summary>
    /// <param name="room">For how many there is room; it grows where there are more.</param>
    public Sightings(int room) => (_all, _places) = (new KeyValuePair<ulong, Sighting>[room], Places(room));

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>All of them.</summary>
    public ReadOnlySpan<KeyValuePair<ulong, Sighting>> All => _all.AsSpan(0, Count);

    /// <summary>A sentence's, or null.</summary>
    public Sighting? Of(ulong hash) => Place(hash) is var place and > 0 ? _all[place - 1].Value : null;

    /// <summary>Adds it, or changes it where it stands.</summary>
    public void Set(ulong hash, Sighting sighting)
    {
        if (Place(hash) is var known and > 0)
        {
            _all[known - 1] = new(hash, sighting);
            return;
        }

        if (Count == _all.Length)
            Grow();
        _all[Count] = new(hash, sighting);
        Place(hash) = ++Count;
    }

    /// <summary>The same ones, apart from these.</summary>
    /// <param name="room">For how many more.</param>
    public Sightings Copy(int room)
    {
        var copy = new Sightings(Count + room) { Count = Count };
        All.CopyTo(copy._all);
        copy.Index();
        return copy;
    }

    /// <summary>Forgets all but so many, those that were seen last, which stand in that order then; of one age those that stood
    /// first.</summary>
    public void KeepNewest(int most)
    {
        if (Count <= most)
            return;
        var order = new long[Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = (-(long)_all[i].Value.Age << 32) | (uint)i;
        Array.Sort(order, _all, 0, Count);
        Count = most;
        Index();
    }

    private static int[] Places(int room) =>
        new int[Math.Max(FewestPlaces, (int)BitOperations.RoundUpToPowerOf2((uint)room * 2))];

    private void Grow()
    {
        Array.Resize(ref _all, Math.Max(FewestPlaces, 2 * _all.Length));
        _places = Places(_all.Length);
        Index();
    }

    private void Index()
    {
        Array.Clear(_places);
        for (var i = 0; i < Count; i++)
            Place(_all[i].Key) = i + 1;
    }

    // The sentence's number from 1, or the 0 that stands where it belongs.
    private ref int Place(ulong hash)
    {
        var at = (int)((hash * Factor) >> (64 - BitOperations.Log2((uint)_places.Length)));
        while (_places[at] is var number and > 0 && _all[number - 1].Key != hash)
            at = (at + 1) & (_places.Length - 1);
        return ref _places[at];
    }
}
