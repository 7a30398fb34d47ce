using System.Runtime.InteropServices;

namespace FeedHub.Syndication.Matching;

/// <summary>The leads' facts in slots, and their fingerprints as long as each is; a free slot is used again.</summary>
internal sealed class Leads
{
    // Lengths of title, opening and sample, of how many shingles it is one, which words are names; then title, opening, ids of the
    // sample, the other halves of the shingles that are keys.
    private const int CountAt = 3;
    private const int NamesAt = 4;
    private const int TitleAt = NamesAt + (sizeof(ulong) / sizeof(ushort));

    private readonly RowPages _prints = new(TitleAt + Fingerprint.MaxTitle + Fingerprint.MaxOpening + Fingerprint.MaxRest + Keys.OfRest);
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
        this[slot] = facts with { Print = Write(print) };
        return slot;
    }

    public void Free(int slot)
    {
        var print = _prints[this[slot].Print];
        _prints.Free(this[slot].Print, Length(print[0], print[1], print[2]));
        this[slot] = default;
        _free.Push(slot);
    }

    public Traits Traits(int slot)
    {
        var print = _prints[this[slot].Print];
        var names = MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(print[NamesAt..]));
        var (openingAt, restAt) = (TitleAt + print[0], TitleAt + print[0] + print[1]);
        return new Traits(
            print.Slice(TitleAt, print[0]),
            print.Slice(openingAt, print[1]),
            names,
            print.Slice(restAt, print[2]),
            print[CountAt]);
    }

    /// <summary>The keys that the lead in this slot is found by.</summary>
    public int KeysOf(int slot, Span<uint> keys)
    {
        var traits = Traits(slot);
        var print = _prints[this[slot].Print];
        var halves = print[(TitleAt + print[0] + print[1] + print[2])..];
        Span<uint> rest = stackalloc uint[Math.Min(Keys.OfRest, traits.Rest.Length)];
        for (var i = 0; i < rest.Length; i++)
            rest[i] = traits.Rest[i] | ((uint)halves[i] << 16);
        return Keys.OfLead(traits.Title, traits.Opening, rest, keys);
    }

    private int Write(Fingerprint print)
    {
        var (title, opening, rest) = (print.Title.Length, print.Opening.Length, print.Rest.Length);
        var place = _prints.Add(Length(title, opening, rest));
        var to = _prints[place];
        (to[0], to[1], to[2], to[CountAt]) = ((ushort)title, (ushort)opening, (ushort)rest, (ushort)print.RestCount);
        MemoryMarshal.Write(MemoryMarshal.AsBytes(to[NamesAt..]), print.Names);
        print.Title.CopyTo(to[TitleAt..]);
        print.Opening.CopyTo(to[(TitleAt + title)..]);
        to = to[(TitleAt + title + opening)..];
        for (var i = 0; i < rest; i++)
        {
            to[i] = Shingles.Id(print.Rest[i]);
            if (i < Keys.OfRest)
                to[rest + i] = (ushort)(print.Rest[i] >> 16);
        }

        return place;
    }

    private static int Length(int title, int opening, int rest) => TitleAt + title + opening + rest + Math.Min(rest, Keys.OfRest);

    /// <summary>Whose lead it is.</summary>
    /// <param name="StoryId">The story.</param>
    /// <param name="Source">The lead's source.</param>
    /// <param name="At">When the lead was published, Unix seconds from 1970 to 2106.</param>
    [StructLayout(LayoutKind.Sequential, Pack = sizeof(int))]
    internal readonly record struct Facts(long StoryId, int Source, uint At)
    {
        /// <summary>The place of its fingerprint.</summary>
        public int Print { get; init; }
    }
}
