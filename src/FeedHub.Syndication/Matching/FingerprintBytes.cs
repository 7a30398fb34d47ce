using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace FeedHub.Syndication.Matching;

/// <summary>
/// A fingerprint as bytes: version, counts of title, opening and sample, count of the rest (16 bits), which words are names (64 bits),
/// then the ids (16 bits) and the sampled shingles (32 bits), little-endian.
/// </summary>
internal static class FingerprintBytes
{
    // Another number for another way of making fingerprints: those of two ways do not compare.
    private const byte Version = 3;
    private const int Head = 14;

    public static byte[] Write(Fingerprint print)
    {
        var bytes = new byte[Length(print.Title.Length, print.Opening.Length, print.Rest.Length)];
        bytes[0] = Version;
        bytes[1] = (byte)print.Title.Length;
        bytes[2] = (byte)print.Opening.Length;
        bytes[3] = (byte)print.Rest.Length;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(4), (ushort)print.RestCount);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(6), print.Names);
        var at = bytes.AsSpan(Head);
        foreach (var id in print.Title)
            at = Put(at, id);
        foreach (var id in print.Opening)
            at = Put(at, id);
        foreach (var shingle in print.Rest)
            at = Put(Put(at, (ushort)shingle), (ushort)(shingle >> 16));
        return bytes;
    }

    public static Fingerprint? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Head || bytes[0] != Version)
            return null;
        int title = bytes[1], opening = bytes[2], rest = bytes[3], count = BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]);
        if (title > Fingerprint.MaxTitle || opening > Fingerprint.MaxOpening || rest > Fingerprint.MaxRest || rest > count)
            return null;
        if (bytes.Length != Length(title, opening, rest))
            return null;
        var names = BinaryPrimitives.ReadUInt64LittleEndian(bytes[6..]);
        var ids = Ids(bytes[Head..]);
        return new Fingerprint(ids[..title], ids[title..(title + opening)], names, Shingles(ids.AsSpan(title + opening)), count);
    }

    private static int Length(int title, int opening, int rest) => Head + (2 * (title + opening)) + (4 * rest);

    private static Span<byte> Put(Span<byte> at, ushort id)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(at, id);
        return at[2..];
    }

    private static ushort[] Ids(ReadOnlySpan<byte> bytes)
    {
        var ids = MemoryMarshal.Cast<byte, ushort>(bytes).ToArray();
        if (!BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(ids, ids);
        return ids;
    }

    private static uint[] Shingles(ReadOnlySpan<ushort> halves)
    {
        var shingles = new uint[halves.Length / 2];
        for (var i = 0; i < shingles.Length; i++)
            shingles[i] = halves[2 * i] | ((uint)halves[(2 * i) + 1] << 16);
        return shingles;
    }
}
