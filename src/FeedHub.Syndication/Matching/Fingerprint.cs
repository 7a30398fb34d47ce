using System.Buffers.Binary;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Matching;

/// <summary>What matching goes by of one item: hashes of its title's words and of its text's word sequences. Immutable and compact.</summary>
public sealed class Fingerprint
{
    private const byte Version = 1;
    private const int ShingleWords = 3;
    private const int MaxCharacters = 20_000;

    private Fingerprint(uint[] title, uint[] text)
    {
        Title = title;
        Text = text;
    }

    internal uint[] Title { get; }

    internal uint[] Text { get; }

    /// <summary>True if there is no text to compare: such an item is never the same as another.</summary>
    public bool IsEmpty => Text.Length == 0;

    /// <summary>The fingerprint of an item.</summary>
    /// <param name="title">Headline as plain text, or null.</param>
    /// <param name="text">Cleaned plain text (<see cref="Reading.ItemText.Text"/>); may be empty.</param>
    public static Fingerprint Of(string? title, string text) =>
        new(Hashes(title ?? "", 1), Hashes(text, ShingleWords));

    /// <summary>The form to store beside the item; a version byte comes first.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[1 + 2 + (4 * (Title.Length + Text.Length))];
        bytes[0] = Version;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(1), (ushort)Title.Length);
        var at = 3;
        foreach (var hash in Title.Concat(Text))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), hash);
            at += 4;
        }

        return bytes;
    }

    /// <summary>The stored fingerprint, or null for bytes of another version or damaged ones: then make it anew from the text.</summary>
    public static Fingerprint? FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 3 || bytes[0] != Version || (bytes.Length - 3) % 4 != 0) return null;
        var title = BinaryPrimitives.ReadUInt16LittleEndian(bytes[1..]);
        var hashes = new uint[(bytes.Length - 3) / 4];
        if (title > hashes.Length) return null;
        for (var i = 0; i < hashes.Length; i++) hashes[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(3 + (4 * i))..]);
        return new Fingerprint(hashes[..title], hashes[title..]);
    }

    private static uint[] Hashes(string text, int size)
    {
        var words = Words.Fold(text.Length > MaxCharacters ? text[..MaxCharacters] : text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var hashes = new SortedSet<uint>();
        for (var i = 0; i + Math.Min(size, words.Length) <= words.Length && words.Length > 0; i++)
            hashes.Add(Hash(words.AsSpan(i, Math.Min(size, words.Length))));
        return [.. hashes];
    }

    private static uint Hash(ReadOnlySpan<string> words)
    {
        var hash = 2166136261u;
        foreach (var word in words)
        {
            foreach (var c in word) hash = (hash ^ c) * 16777619u;
            hash = (hash ^ ' ') * 16777619u;
        }

        return hash;
    }
}
