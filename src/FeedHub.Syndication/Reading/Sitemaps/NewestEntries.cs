namespace FeedHub.Syndication.Reading.Sitemaps;

/// <summary>The newest entries of a list without end, in their order; those without a date count as the oldest.</summary>
internal sealed class NewestEntries(int most)
{
    private readonly List<ReadEntry> _entries = [];

    /// <summary>How many were left out.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Takes one entry.</summary>
    public void Add(ReadEntry? entry)
    {
        if (entry is null)
            return;
        _entries.Add(entry);
        // So each is moved a few times at most, however many there are.
        if (_entries.Count >= 2 * (long)most)
            Reduce();
    }

    /// <summary>What is kept.</summary>
    public IReadOnlyList<ReadEntry> Kept()
    {
        Reduce();
        return _entries;
    }

    private void Reduce()
    {
        if (_entries.Count <= most)
            return;
        LeftOut += _entries.Count - most;
        var kept = _entries.Index()
            .OrderByDescending(e => e.Item.Entry.Date ?? DateTimeOffset.MinValue).ThenBy(e => e.Index)
            .Take(most).OrderBy(e => e.Index).Select(e => e.Item).ToList();
        _entries.Clear();
        _entries.AddRange(kept);
    }
}
