namespace FeedHub.Syndication.Matching;

/// <summary>From a story's id to its lead's slot: open addressing, with the ids themselves kept where the slots are.</summary>
internal sealed class Slots
{
    private const int FirstSize = 1 << 10;

    private int[] _cells = new int[FirstSize];
    private int _count;

    public long Bytes => _cells.Length * (long)sizeof(int);

    /// <param name="storyId">A story that is not there.</param>
    /// <param name="slot">Its slot.</param>
    /// <param name="idOf">Which story is in a slot.</param>
    public void Add(long storyId, int slot, Func<int, long> idOf)
    {
        if (++_count * 4 > _cells.Length * 3)
            Grow(idOf);
        _cells[Cell(storyId, idOf)] = slot + 1;
    }

    /// <returns>The slot, or -1.</returns>
    public int Find(long storyId, Func<int, long> idOf) => _cells[Cell(storyId, idOf)] - 1;

    /// <param name="storyId">A story that is there.</param>
    /// <param name="idOf">Which story is in a slot.</param>
    public void Remove(long storyId, Func<int, long> idOf)
    {
        var hole = Cell(storyId, idOf);
        _cells[hole] = 0;
        _count--;
        // Those behind it that had to make way move up.
        for (var at = Step(hole); _cells[at] != 0; at = Step(at))
        {
            var slot = _cells[at];
            _cells[at] = 0;
            _cells[Cell(idOf(slot - 1), idOf)] = slot;
        }
    }

    private void Grow(Func<int, long> idOf)
    {
        var old = _cells;
        _cells = new int[old.Length * 2];
        foreach (var slot in old)
        {
            if (slot != 0)
                _cells[Cell(idOf(slot - 1), idOf)] = slot;
        }
    }

    private int Cell(long storyId, Func<int, long> idOf)
    {
        var cell = (int)(Hashing.Mix((uint)storyId ^ (uint)(storyId >> 32)) & (uint)(_cells.Length - 1));
        while (_cells[cell] != 0 && idOf(_cells[cell] - 1) != storyId)
            cell = Step(cell);
        return cell;
    }

    private int Step(int cell) => (cell + 1) & (_cells.Length - 1);
}
