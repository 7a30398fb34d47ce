using System.Runtime.InteropServices;

namespace FeedHub.Syndication.Matching;

/// <summary>
/// From keys to the slots that have them: a table of buckets as large as a line of the processor's cache, so that a key costs one
/// access to memory however many leads there are. A full bucket forgets its oldest entry, a key that many leads have its own oldest:
/// what is shared by many proves little, and a lead has keys enough.
/// </summary>
internal sealed class Postings
{
    /// <summary>Slots under one key at most, so that a key of many leaves room for others.</summary>
    public const int MostOfKey = 8;

    /// <summary>Entries of a bucket: 64 bytes.</summary>
    public const int Size = 16;

    private const int FirstBuckets = 1 << 10;

    // With so many entries on average, one bucket in a hundred is full.
    private const int MeanEntries = 9;

    // The upper bits of an entry are of its key, so that nearly all that are in a bucket by chance are passed by unseen. The lower
    // ones are enough for every slot that MatchOptions.MostStories allows.
    private const int SlotMask = (1 << 24) - 1;

    private uint[] _entries = [];
    private int _buckets = FirstBuckets;
    private int _first;
    private long _count;

    public Postings() => Allocate();

    public long Bytes => _entries.Length * (long)sizeof(uint);

    /// <summary>True if there are too many entries for the buckets: then make it again after <see cref="Clear"/>.</summary>
    public bool IsFull => _count > _buckets * (long)MeanEntries;

    /// <summary>Empties it and doubles the buckets.</summary>
    public void Clear()
    {
        _buckets *= 2;
        _count = 0;
        Allocate();
    }

    /// <summary>Makes room for so many entries while it is empty: to grow, it would hold two tables for a while.</summary>
    public void Reserve(long entries)
    {
        var before = _buckets;
        while (entries > _buckets * (long)MeanEntries)
            _buckets *= 2;
        if (_buckets > before)
            Allocate();
    }

    /// <summary>Puts a slot under its keys.</summary>
    public void Add(int slot, ReadOnlySpan<uint> keys)
    {
        foreach (var key in keys)
        {
            var bucket = Bucket(key);
            MakeWay(bucket, Tag(key));
            bucket[0] = Entry(key, slot);
        }

        _count += keys.Length;
    }

    /// <summary>Takes a slot from under its keys.</summary>
    public void Remove(int slot, ReadOnlySpan<uint> keys)
    {
        foreach (var key in keys)
        {
            var bucket = Bucket(key);
            if (bucket.IndexOf(Entry(key, slot)) is not (>= 0 and var at))
                continue;
            bucket[(at + 1)..].CopyTo(bucket[at..]);
            bucket[^1] = 0;
        }

        _count -= keys.Length;
    }

    /// <summary>Copies the bucket of each key. Nothing is decided in between, so that the processor fetches them all at a time.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="buckets">Room for <see cref="Size"/> entries a key.</param>
    public void Read(ReadOnlySpan<uint> keys, Span<uint> buckets)
    {
        for (var i = 0; i < keys.Length; i++)
            Bucket(keys[i]).CopyTo(buckets.Slice(i * Size, Size));
    }

    /// <summary>The slots under a key, newest first.</summary>
    /// <param name="bucket">The key's bucket.</param>
    /// <param name="key">The key.</param>
    /// <param name="slots">Room for <see cref="MostOfKey"/>.</param>
    /// <returns>How many.</returns>
    public static int Find(ReadOnlySpan<uint> bucket, uint key, Span<int> slots)
    {
        var (count, tag) = (0, Tag(key));
        foreach (var entry in bucket)
        {
            if (entry == 0)
                break;
            if ((entry & ~(uint)SlotMask) == tag)
                slots[count++] = (int)(entry & SlotMask) - 1;
        }

        return count;
    }

    // Moves entries back by one: over the key's own oldest where it has its share, else over a free one or the last.
    private static void MakeWay(Span<uint> bucket, uint tag)
    {
        var (own, over) = (0, 0);
        for (; over < Size - 1 && bucket[over] != 0; over++)
        {
            if ((bucket[over] & ~(uint)SlotMask) == tag && ++own == MostOfKey)
                break;
        }

        bucket[..over].CopyTo(bucket[1..]);
    }

    private static uint Tag(uint key) => Hashing.Mix(key) & ~(uint)SlotMask;

    private static uint Entry(uint key, int slot) => Tag(key) | (uint)(slot + 1);

    private Span<uint> Bucket(uint key) => _entries.AsSpan(_first + ((int)(Hashing.Mix(key) & (uint)(_buckets - 1)) * Size), Size);

    // Pinned, so that its place can be known and no bucket lies across two lines.
    private void Allocate()
    {
        const int Line = Size * sizeof(uint);
        _entries = [];
        _entries = GC.AllocateArray<uint>((_buckets * Size) + Size, pinned: true);
        _first = (int)((Line - (Marshal.UnsafeAddrOfPinnedArrayElement(_entries, 0) % Line)) % Line) / sizeof(uint);
    }
}
