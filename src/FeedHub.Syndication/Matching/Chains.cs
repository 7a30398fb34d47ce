namespace FeedHub.Syndication.Matching;

/// <summary>
/// From keys to the slots that have them: heads by hash, and a link per slot and key. A chain that grows long keeps its newest links, so
/// that no key costs more than <see cref="Longest"/> steps however many leads share it.
/// </summary>
internal sealed class Chains
{
    public const int Longest = 24;

    /// <summary>Slots that a link can name.</summary>
    public const int MostSlots = (LinkMask + 1) / Keys.Most;

    private const int FirstSize = 1 << 14;

    // A link's upper bits are of its key's hash, so that nearly all that are in a chain by chance are passed by unseen.
    private const int LinkBits = 28;
    private const int LinkMask = (1 << LinkBits) - 1;

    private readonly Pages<uint> _next = new(Keys.Most);
    private uint[] _heads = new uint[FirstSize];
    private int _links;

    public long Bytes => _next.Bytes + (_heads.Length * (long)sizeof(uint));

    /// <summary>True if there are too many links for the heads: then make it anew after <see cref="Clear"/>.</summary>
    public bool IsFull => _links > _heads.Length / 4 * 5L;

    /// <summary>Empties it and doubles the heads.</summary>
    public void Clear()
    {
        _heads = new uint[_heads.Length * 2];
        _links = 0;
    }

    public void Add(int slot, ReadOnlySpan<uint> keys)
    {
        _next.Grow(slot + 1);
        for (var i = 0; i < keys.Length; i++)
        {
            ref var head = ref Head(keys[i]);
            var link = Tag(keys[i]) | (uint)((slot * Keys.Most) + i + 1);
            Next(link) = head;
            head = link;
            CutAfter(link);
        }

        _links += keys.Length;
    }

    public void Remove(int slot, ReadOnlySpan<uint> keys)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            var link = Tag(keys[i]) | (uint)((slot * Keys.Most) + i + 1);
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
        var (count, tag) = (0, Tag(key));
        for (var link = Head(key); link != 0; link = Next(link))
        {
            if ((link & ~LinkMask) == tag) slots[count++] = Place(link) / Keys.Most;
        }

        return count;
    }

    private void CutAfter(uint link)
    {
        for (var i = 1; i < Longest && link != 0; i++) link = Next(link);
        if (link != 0) Next(link) = 0;
    }

    private static uint Tag(uint key) => Hashing.Mix(key) & ~(uint)LinkMask;

    private static int Place(uint link) => (int)(link & LinkMask) - 1;

    private ref uint Head(uint key) => ref _heads[Hashing.Mix(key) & (uint)(_heads.Length - 1)];

    private ref uint Next(uint link) => ref _next[Place(link) / Keys.Most][Place(link) % Keys.Most];
}
