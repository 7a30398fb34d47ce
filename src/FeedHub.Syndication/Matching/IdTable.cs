namespace FeedHub.Syndication.Matching;

/// <summary>A small map from ids to their place in a text, made to be cleared and filled again.</summary>
internal sealed class IdTable
{
    // Four times what is ever put in.
    private const int Size = 512;
    private readonly int[] _cells = new int[Size];

    public int Count { get; private set; }

    public void Clear()
    {
        Array.Clear(_cells);
        Count = 0;
    }

    /// <summary>Adds an id with its place; false if it is there already.</summary>
    public bool Add(ushort id, int place)
    {
        var cell = Cell(id);
        if (_cells[cell] != 0)
            return false;
        _cells[cell] = (id << 16) | (place + 1);
        Count++;
        return true;
    }

    /// <summary>The id's place, or -1.</summary>
    public int Find(ushort id) => (_cells[Cell(id)] & 0xFFFF) - 1;

    private int Cell(ushort id)
    {
        var cell = (id * 0x9E37) >> 7 & (Size - 1);
        while (_cells[cell] != 0 && (ushort)(_cells[cell] >> 16) != id)
            cell = (cell + 1) & (Size - 1);
        return cell;
    }
}
