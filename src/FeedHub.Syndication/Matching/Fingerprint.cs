using System.Buffers;
using System.Runtime.CompilerServices;
using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Matching;

/// <summary>
/// What matching goes by of one item: the words of its title and of its opening, and a sample of what follows. No text can be read from
/// it. Immutable, at most 375 bytes when stored.
/// </summary>
public sealed class Fingerprint
{
    internal const int MaxTitle = 20;
    internal const int MaxOpening = 64;
    internal const int MaxRest = 48;

    // So few take little of the title's own room.
    private const int MaxLateNumbers = 4;

    internal Fingerprint(ushort[] title, ushort[] opening, ulong names, uint[] rest, int restCount)
    {
        Title = title;
        Opening = opening;
        Names = names;
        Rest = rest;
        RestCount = restCount;
    }

    /// <summary>True if there is no text to compare: such an item is never the same as another, even with an equal title.</summary>
    public bool IsEmpty => Opening.Length == 0;

    /// <summary>The title's words.</summary>
    internal ushort[] Title { get; }

    /// <summary>The text's first words.</summary>
    internal ushort[] Opening { get; }

    /// <summary>A bit for each word of <see cref="Opening"/> that is a name.</summary>
    internal ulong Names { get; }

    /// <summary>Shingles that are not of the opening, the first in <see cref="Shingles.Order"/>.</summary>
    internal uint[] Rest { get; }

    /// <summary>Of how many shingles <see cref="Rest"/> is the sample.</summary>
    internal int RestCount { get; }

    /// <summary>The fingerprint of an item. A text that only repeats the title counts as none.</summary>
    /// <param name="title">Headline as plain text, or null.</param>
    /// <param name="text">Cleaned plain text (<see cref="ItemText.Text"/>); may be empty; beyond 20,000 characters it is not looked
    /// at.</param>
    public static Fingerprint Of(string? title, string text)
    {
        var head = WordIds.Of(title ?? "");
        var (words, names) = WordIds.Of(text, isTitle: false);
        if (words.AsSpan().SequenceEqual(head))
            words = [];
        var (rest, count) = Beyond(words);
        return new Fingerprint(Headline(head), First(words, MaxOpening), names, rest, count);
    }

    /// <summary>The form to store beside the item.</summary>
    public byte[] ToBytes() => FingerprintBytes.Write(this);

    /// <summary>The stored fingerprint, or null for bytes of another version or damaged ones: then compute it again from the
    /// text.</summary>
    public static Fingerprint? FromBytes(ReadOnlySpan<byte> bytes) => FingerprintBytes.Read(bytes);

    // Of a long title its numbers stay, wherever they stand: a pattern is often filled in at its end.
    private static ushort[] Headline(ushort[] title)
    {
        if (title.Length <= MaxTitle)
            return title;
        var numbers = title[MaxTitle..].Where(id => WordIds.IsNumber(id) || WordIds.IsDay(id)).Take(MaxLateNumbers).ToArray();
        return [.. title[..(MaxTitle - numbers.Length)], .. numbers];
    }

    // Shingles that are not whole in the opening begin from two words before its end.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (uint[] Sample, int Count) Beyond(ushort[] words)
    {
        if (words.Length <= MaxOpening)
            return ([], 0);
        Span<ulong> seen = stackalloc ulong[(ushort.MaxValue + 1) / 64];
        for (var i = 0; i < MaxOpening - 2; i++)
            IsNew(Shingles.Id(Shingles.At(words, i)), seen);
        var pooled = ArrayPool<uint>.Shared.Rent(words.Length);
        var count = 0;
        for (var i = MaxOpening - 2; i < Shingles.CountOf(words); i++)
        {
            var shingle = Shingles.At(words, i);
            if (IsNew(Shingles.Id(shingle), seen))
                pooled[count++] = Shingles.Order(shingle);
        }

        var sample = Array.ConvertAll(Smallest(pooled.AsSpan(0, count)), Shingles.FromOrder);
        ArrayPool<uint>.Shared.Return(pooled);
        return (sample, count);
    }

    // In their order. They are spread evenly: so few as lie under a bound twice as high as would do are quickly sorted.
    private static uint[] Smallest(Span<uint> orders)
    {
        var bound = orders.Length == 0 ? 0 : (uint)Math.Min(uint.MaxValue, 2L * MaxRest * uint.MaxValue / orders.Length);
        var under = 0;
        for (var i = 0; i < orders.Length; i++)
        {
            if (orders[i] <= bound)
            {
                (orders[under], orders[i]) = (orders[i], orders[under]);
                under++;
            }
        }

        if (under < Math.Min(MaxRest, orders.Length))
            under = orders.Length;
        orders[..under].Sort();
        return orders[..Math.Min(MaxRest, orders.Length)].ToArray();
    }

    private static ushort[] First(ushort[] words, int most) => words.Length <= most ? words : words[..most];

    private static bool IsNew(ushort id, Span<ulong> seen)
    {
        var (cell, bit) = (id / 64, 1UL << (id % 64));
        var isNew = (seen[cell] & bit) == 0;
        seen[cell] |= bit;
        return isNew;
    }
}
