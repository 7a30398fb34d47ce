namespace FeedHub.Syndication.Matching;

/// <summary>
/// Rows of 16-bit values that differ in length, page by page: growing copies nothing, and a row takes the room that it needs. Room that
/// became free is used again for rows as long.
/// </summary>
/// <param name="most">How long a row is at most.</param>
internal sealed class RowPages(int most)
{
    // Rows begin at multiples of so many values.
    private const int Unit = 8;
    private const int UnitsOfPage = 1 << 12;

    private readonly List<ushort[]> _pages = [];
    private readonly Stack<int>[] _free = [.. Enumerable.Range(0, Units(most) + 1).Select(_ => new Stack<int>())];
    private int _used = UnitsOfPage;

    public long Bytes => ((long)_pages.Count * UnitsOfPage * Unit * sizeof(ushort)) + _free.Sum(places => (long)places.Count * sizeof(int));

    /// <summary>From the beginning of the row at this place to the end of its page.</summary>
    public Span<ushort> this[int place] => _pages[place / UnitsOfPage].AsSpan(place % UnitsOfPage * Unit);

    /// <summary>Makes room for a row; returns its place.</summary>
    public int Add(int length)
    {
        var units = Units(length);
        if (_free[units].TryPop(out var place))
            return place;
        if (_used + units > UnitsOfPage)
        {
            _pages.Add(new ushort[UnitsOfPage * Unit]);
            _used = 0;
        }

        place = ((_pages.Count - 1) * UnitsOfPage) + _used;
        _used += units;
        return place;
    }

    /// <summary>The row at this place is not needed any more.</summary>
    public void Free(int place, int length) => _free[Units(length)].Push(place);

    private static int Units(int length) => (length + Unit - 1) / Unit;
}
