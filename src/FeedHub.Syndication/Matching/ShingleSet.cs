namespace FeedHub.Syndication.Matching;

/// <summary>The distinct shingles of an opening and the sample of the rest, each with how many it stands for.</summary>
internal sealed class ShingleSet
{
    private readonly IdTable _places = new();
    private readonly ushort[] _ids = new ushort[Fingerprint.MaxOpening + Fingerprint.MaxRest];
    private readonly int[] _order = new int[Fingerprint.MaxOpening];
    private int _orderCount;
    private int _opening;
    private double _restWeight;

    public ReadOnlySpan<ushort> Ids => _ids.AsSpan(0, _places.Count);

    /// <summary>How many shingles the whole text has.</summary>
    public double Total { get; private set; }

    /// <summary>How many words the opening has.</summary>
    public int OpeningLength { get; private set; }

    /// <summary>For each shingle of the opening, in the order of the text, its place among <see cref="Ids"/>.</summary>
    public ReadOnlySpan<int> Order => _order.AsSpan(0, _orderCount);

    public void Load(in Traits traits)
    {
        _places.Clear();
        _orderCount = Shingles.CountOf(traits.Opening);
        OpeningLength = traits.Opening.Length;
        for (var i = 0; i < _orderCount; i++)
            _order[i] = Add(Shingles.Id(Shingles.At(traits.Opening, i)));
        _opening = _places.Count;
        foreach (var id in traits.Rest)
            Add(id);
        _restWeight = traits.RestWeight;
        Total = _opening + traits.RestCount;
    }

    /// <summary>The shingle's place among <see cref="Ids"/>, or -1.</summary>
    public int Find(ushort id) => _places.Find(id);

    /// <summary>For how many shingles the one at this place stands.</summary>
    public double Weight(int place) => place < _opening ? 1 : _restWeight;

    private int Add(ushort id)
    {
        var count = _places.Count;
        if (!_places.Add(id, count))
            return _places.Find(id);
        _ids[count] = id;
        return count;
    }
}
