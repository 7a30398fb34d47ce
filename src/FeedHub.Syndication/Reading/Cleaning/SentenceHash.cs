using System.Runtime.CompilerServices;

namespace FeedHub.Syndication.Reading.Cleaning;

/// <summary>Hashes by which sentences and titles are known again, in any case and punctuation. Stable: they are stored.</summary>
internal static class SentenceHash
{
    // FNV-1a, 64 bits.
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    // What is shorter is said in many an article ("Ya, benar.").
    private const int MinLetters = 12;

    /// <summary>Hash of a sentence, or null if it is too short to tell one text from another.</summary>
    public static ulong? Of(ReadOnlySpan<char> sentence)
    {
        var (hash, letters) = Fold(sentence, withDigits: true);
        return letters < MinLetters ? null : hash;
    }

    /// <summary>Hash of a title without its figures: "Harga emas 22 Oktober" and "Harga emas 23 Oktober" are one template.</summary>
    public static uint OfTitle(string? title)
    {
        var hash = Fold(title ?? "", withDigits: false).Hash;
        return (uint)(hash ^ (hash >> 32));
    }

    /// <summary>Hash of everything in two texts.</summary>
    public static ulong Of(string? title, string text) => Add(Add(Basis, title ?? ""), text);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (ulong Hash, int Letters) Fold(ReadOnlySpan<char> text, bool withDigits)
    {
        var (hash, letters) = (Basis, 0);
        foreach (var c in text)
        {
            var isLetter = char.IsAscii(c) ? char.IsAsciiLetter(c) : char.IsLetter(c);
            if (!isLetter && !(withDigits && char.IsDigit(c)))
                continue;
            hash = (hash ^ (char.IsAscii(c) ? (char)(c | 0x20) : char.ToLowerInvariant(c))) * Prime;
            letters += isLetter ? 1 : 0;
        }

        return (hash, letters);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Add(ulong hash, string text)
    {
        foreach (var c in text)
            hash = (hash ^ c) * Prime;
        return (hash ^ '\u001f') * Prime;
    }
}
