using System.Runtime.InteropServices;

namespace FeedHub.Syndication.Matching;

/// <summary>The leads' fingerprints and facts in slots of one size; a free slot is used again.</summary>
internal sealed class Leads
{
    // Counts of title, opening, sample and rest, the ids, the other halves of the shingles that are keys, which words are names.
    private const int TitleAt = 4;
    private const int OpeningAt = TitleAt + Fingerprint.MaxTitle;
    private const int RestAt = OpeningAt + Fingerprint.MaxOpening;
    private const int HalvesAt = RestAt + Fingerprint.MaxRest;
    private const int NamesAt = HalvesAt + Keys.OfRest;
    private const int NamesLength = sizeof(ulong) / sizeof(ushort);

    private readonly PagedArray<ushort> _prints = new(NamesAt + NamesLength);
    private readonly PagedArray<Facts> _facts = new(1);
    private readonly Stack<int> _free = [];

    /// <summary>Slots ever used; all are below.</summary>
    public int Used { get; private set; }

    public int Count => Used - _free.Count;

    public long Bytes => _prints.Bytes + _facts.Bytes + (_free.Count * sizeof(int));

    public ref Facts this[int slot] => ref _facts[slot][0];

    public int Add(Facts facts, Fingerprint print)
    {
        if (!_free.TryPop(out var slot))
            _facts.Grow((slot = Used++) + 1);
        _prints.Grow(Used);
        this[slot] = facts;
        Write(_prints[slot], print);
        return slot;
    }

    public void Free(int slot)
    {
        this[slot] = default;
        _free.Push(slot);
    }

    public Traits Traits(int slot)
    {
        var print = _prints[slot];
        var names = MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(print[NamesAt..]));
        return new Traits(
            print.Slice(TitleAt, print[0]),
            print.Slice(OpeningAt, print[1]),
            names,
            print.Slice(RestAt, print[2]),
            print[3]);
    }

    /// <summary>The keys that the lead in this slot is found by.</summary>
    public int KeysOf(int slot, Span<uint> keys)
    {
        var print = _prints[slot];
        Span<uint> rest = stackalloc uint[Math.Min(Keys.OfRest, (int)print[2])];
        for (var i = 0; i < rest.Length; i++)
            rest[i] = print[RestAt + i] | ((uint)print[HalvesAt + i] << 16);
        return Keys.OfLead(print.Slice(TitleAt, print[0]), print.Slice(OpeningAt, print[1]), rest, keys);
    }

    private static void Write(Span<ushort> to, Fingerprint print)
    {
        to[0] = (ushort)print.Title.Length;
        to[1] = (ushort)print.Opening.Length;
        to[2] = (ushort)print.Rest.Length;
        to[3] = (ushort)print.RestCount;
        print.Title.CopyTo(to[TitleAt..]);
        print.Opening.CopyTo(to[OpeningAt..]);
        MemoryMarshal.Write(MemoryMarshal.AsBytes(to[NamesAt..]), print.Names);
        for (var i = 0; i < print.Rest.Length; i++)
        {
            to[RestAt + i] = Shingles.Id(print.Rest[i]);
            if (i < Keys.OfRest)
                to[HalvesAt + i] = (ushort)(print.Rest[i] >> 16);
        }
    }

    /// <summary>Whose lead it is.</summary>
    /// <param name="StoryId">The story.</param>
    /// <param name="Source">The lead's source.</param>
    /// <param name="At">When the lead was published, Unix seconds from 1970 to 2106.</param>
    internal readonly record struct Facts(long StoryId, int Source, uint At);
}
