namespace FeedHub.Syndication.Matching;

/// <summary>
/// From keys to the slots that have them: heads by hash, and a link per slot and key. A chain that grows long keeps its newest links, so
/// that no key costs more than <see cref="Longest"/> steps however many leads share it.
/// </summary>
internal sealed class Chains
{
    public const int Longest = 48;

    private const int FirstSize = 1 << 14;

    private readonly Pages<int> _next = new(Keys.Most);
    private int[] _heads = new int[FirstSize];
    private int _links;

    public long Bytes => _next.Bytes + (_heads.Length * (long)sizeof(int));

    /// <summary>True if there are more links than heads: then make it anew with <see cref="Clear"/>.</summary>
    public bool IsFull => _links > _heads.Length;

    /// <summary>Empties it and doubles the heads.</summary>
    public void Clear()
    {
        _heads = new int[_heads.Length * 2];
        _links = 0;
    }

    public void Add(int slot, ReadOnlySpan<uint> keys)
    {
        _next.Grow(slot + 1);
        for (var i = 0; i < keys.Length; i++)
        {
            ref var head = ref Head(keys[i]);
            Next((slot * Keys.Most) + i + 1) = head;
            head = (slot * Keys.Most) + i + 1;
            CutAfter(head);
        }

        _links += keys.Length;
    }

    public void Remove(int slot, ReadOnlySpan<uint> keys)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            var link = (slot * Keys.Most) + i + 1;
            ref var at = ref Head(keys[i]);
            while (at != 0 && at != link) at = ref Next(at);
            if (at == link) at = Next(link);
        }

        _links -= keys.Length;
    }

    /// <summary>The slots under a key, newest first.</summary>
    /// <returns>How many.</returns>
    public int Find(uint key, Span<int> slots)
    {
        var count = 0;
        for (var link = Head(key); link != 0 && count < slots.Length; link = Next(link)) slots[count++] = (link - 1) / Keys.Most;
        return count;
    }

    private void CutAfter(int link)
    {
        for (var i = 1; i < Longest && link != 0; i++) link = Next(link);
        if (link != 0) Next(link) = 0;
    }

    private ref int Head(uint key) => ref _heads[Hashing.Mix(key) & (_heads.Length - 1)];

    private ref int Next(int link) => ref _next[(link - 1) / Keys.Most][(link - 1) % Keys.Most];
}
